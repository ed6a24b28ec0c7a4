public import Domain

/// What is known of a signing key without opening it.
public struct KeyRecord: Hashable, Sendable {
    public let id: KeyID
    /// From here on it signs, unless a later key does.
    public let signsFrom: Timestamp

    public init(id: KeyID, signsFrom: Timestamp) {
        self.id = id
        self.signsFrom = signsFrom
    }
}

/// What is to be done about the signing keys now. Pure: the same keys at the same time give the same plan.
public struct KeyPlan: Hashable, Sendable {
    /// The keys that the world is told of, oldest first; none that is to be dropped.
    public let published: [KeyID]
    /// The key that signs; nil when the first one has yet to be made.
    public let signing: KeyID?
    /// When the key to be made begins to sign; nil when none is due.
    public let make: Timestamp?
    /// The keys that no living token needs any more.
    public let drop: [KeyID]
}

/// How signing keys follow one another: each is published for a day before it signs, signs for 30 days, and
/// stays published for a day after, for the caches of those who verify and the tokens still alive.
public struct KeyRotation: Hashable, Sendable {
    private let period: Int64
    private let overlap: Int64
    static let day: Int64 = 86_400_000

    /// Nil for a period under two days, in which a key could not be announced in time, or over ten years.
    /// The stay after signing is a day, or as long as a token lives if that is longer.
    public init?(periodSeconds: Int64 = 30 * 86_400, accessTokenSeconds: Int64 = 900) {
        guard (2 * 86_400...3_660 * 86_400).contains(periodSeconds),
            (1...86_400 * 30).contains(accessTokenSeconds)
        else { return nil }
        period = periodSeconds * 1000
        overlap = max(Self.day, accessTokenSeconds * 1000)
    }

    public func plan(for keys: [KeyRecord], at now: Timestamp) -> KeyPlan {
        // Two servers may have made one each: the name settles the order, so that all agree.
        let keys = keys.sorted { ($0.signsFrom, $0.id.description) < ($1.signsFrom, $1.id.description) }
        guard let first = keys.first, let last = keys.last else {
            return KeyPlan(published: [], signing: nil, make: now, drop: [])
        }
        // When the clock went back none has begun: the first is known to the world the longest.
        let signing = keys.last { $0.signsFrom <= now } ?? first
        let ended = keys.prefix { $0 != signing }
        let replaced = Timestamp(milliseconds: signing.signsFrom.milliseconds + overlap)
        let drop = replaced <= now ? ended.map(\.id) : []
        return KeyPlan(
            published: keys.map(\.id).filter { !drop.contains($0) }, signing: signing.id,
            make: successor(of: last, at: now), drop: drop)
    }

    /// `keys rotate`: the next key is announced now instead of on its day; it signs in a day. One that is
    /// announced already stays the next.
    public func planAnnouncing(_ keys: [KeyRecord], at now: Timestamp) -> KeyPlan {
        let plan = plan(for: keys, at: now)
        guard plan.make == nil, !keys.contains(where: { $0.signsFrom > now }) else { return plan }
        return KeyPlan(
            published: plan.published, signing: plan.signing,
            make: Timestamp(milliseconds: now.milliseconds + Self.day), drop: plan.drop)
    }

    /// `keys rotate --now`: the others are dropped at once, and every token they signed with them.
    public func planReplacingAll(_ keys: [KeyRecord], at now: Timestamp) -> KeyPlan {
        KeyPlan(published: [], signing: nil, make: now, drop: keys.map(\.id))
    }

    /// When the key after the last one begins to sign, once it is time to announce it.
    private func successor(of last: KeyRecord, at now: Timestamp) -> Timestamp? {
        let due = last.signsFrom.milliseconds + period
        guard now.milliseconds >= due - Self.day else { return nil }
        // A server that slept past the day makes up for it: nobody meets a key before it was announced.
        return Timestamp(milliseconds: max(due, now.milliseconds + Self.day))
    }
}
