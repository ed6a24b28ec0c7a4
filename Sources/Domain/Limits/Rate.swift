/// At most `count` within any stretch of `period`.
public struct Rate: Hashable, Sendable {
    public let count: Int
    public let period: Duration

    public init(_ count: Int, per period: Duration) {
        precondition(count > 0 && period >= .milliseconds(1), "a rate allows something")
        self.count = count
        self.period = period
    }
}

/// What happened lately, as far as one rate needs to know it.
///
/// Events closer together than a 32nd of the period are kept as one group with the time of the newest, so a
/// rate of thousands costs as little as one of three; they are forgotten that much late, never early.
public struct RateWindow: Hashable, Sendable {
    private struct Group: Hashable {
        let first: Timestamp
        var newest: Timestamp
        var count: Int
    }

    private static let groups = 32

    private var groups: [Group] = []

    public init() {}

    /// Nil when one more is allowed now, else how long until it is. A moment still to come counts as now.
    public func wait(at now: Timestamp, under rate: Rate) -> Duration? {
        var excess = groups.reduce(1 - rate.count) { sum, group in
            Self.counts(group, at: now, under: rate) ? sum + group.count : sum
        }
        guard excess > 0 else { return nil }
        for group in groups where Self.counts(group, at: now, under: rate) {
            excess -= group.count
            if excess <= 0 {
                return max(.milliseconds(1), min(rate.period, (group.newest + rate.period).since(now)))
            }
        }
        return rate.period
    }

    /// Counts one more.
    public mutating func record(at now: Timestamp, under rate: Rate) {
        groups.removeAll { !Self.counts($0, at: now, under: rate) }
        let grain = rate.period.milliseconds / Int64(Self.groups)
        if let last = groups.last, now.since(last.first).milliseconds < grain {
            groups[groups.count - 1].count += 1
            groups[groups.count - 1].newest = max(last.newest, now)
        } else {
            groups.append(Group(first: now, newest: now, count: 1))
        }
    }

    /// Whether nothing is left that counts.
    public func isIdle(at now: Timestamp, under rate: Rate) -> Bool {
        !groups.contains { Self.counts($0, at: now, under: rate) }
    }

    private static func counts(_ group: Group, at now: Timestamp, under rate: Rate) -> Bool {
        now.since(group.newest) < rate.period
    }
}
