/// How many wrong guesses a bucket takes, and how long one takes to come back.
public struct GuessBudget: Hashable, Sendable {
    public let size: Int
    public let refillAfter: Duration

    public init(size: Int, refillAfter: Duration) {
        precondition(size > 0 && refillAfter >= .seconds(1), "a budget holds guesses and refills slowly")
        self.size = size
        self.refillAfter = refillAfter
    }
}

/// Unrefunded guesses as of a moment, less those that time has given back.
///
/// `anchor` never moves backwards and time gives back only whole periods that lie behind it, so a clock that
/// goes back gives nothing back, and one that comes and goes gives each guess back once.
public struct GuessBucket: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Guesses at codes of 4 or 6 digits.
        case short
        /// Guesses at codes of 8 digits.
        case long
    }

    public private(set) var count: Int
    /// Where the period begins that gives the next guess back.
    public private(set) var anchor: Timestamp

    public static let empty = GuessBucket(count: 0, anchor: Timestamp(milliseconds: .min))

    /// As it was stored; a negative count is read as none.
    public init(count: Int, anchor: Timestamp) {
        self.count = max(0, count)
        self.anchor = anchor
    }

    /// The bucket after what time has given back until `now`.
    public func refilled(at now: Timestamp, under budget: GuessBudget) -> GuessBucket {
        guard count > 0, now > anchor else { return self }
        let period = budget.refillAfter.milliseconds
        let periods = now.since(anchor).milliseconds / period
        let returned = Int(clamping: min(periods, Int64(count)))
        return GuessBucket(count: count - returned, anchor: anchor + .milliseconds(periods * period))
    }

    public func hasRoom(at now: Timestamp, under budget: GuessBudget) -> Bool {
        refilled(at: now, under: budget).count < budget.size
    }

    /// The bucket with one more guess in it; nil when there is no room, and then nothing may be compared.
    public func charged(at now: Timestamp, under budget: GuessBudget) -> GuessBucket? {
        let current = refilled(at: now, under: budget)
        guard current.count < budget.size else { return nil }
        // A full budget starts its first period now: before, there was nothing to give back.
        let anchor = current.count == 0 ? max(current.anchor, now) : current.anchor
        return GuessBucket(count: current.count + 1, anchor: anchor)
    }

    /// The bucket without `guesses` that a flow charged and may take back.
    public func refunded(_ guesses: Int) -> GuessBucket {
        GuessBucket(count: count - guesses, anchor: anchor)
    }

    /// At least as strict as either at every later moment.
    public func merged(with other: GuessBucket) -> GuessBucket {
        GuessBucket(count: max(count, other.count), anchor: max(anchor, other.anchor))
    }

    /// How long until there is room again; zero when there is.
    public func wait(at now: Timestamp, under budget: GuessBudget) -> Duration {
        let current = refilled(at: now, under: budget)
        let missing = current.count - budget.size + 1
        guard missing > 0 else { return .zero }
        return max(.zero, (current.anchor + budget.refillAfter * missing).since(now))
    }
}
