/// Someone who tries a few guesses at very many contacts stays below every single budget. The sum over all of
/// them decides whether unknown devices still get short codes.
public struct SprayRule: Hashable, Sendable {
    /// Below so many unrefunded guesses a day nobody is disturbed.
    public var floor: Int
    /// Of a thousand code sign-ins a day, as many guesses are thought to be slips.
    public var perMille: Int

    public init(floor: Int = 50, perMille: Int = 5) {
        self.floor = floor
        self.perMille = perMille
    }

    public func threshold(of counts: FleetCounts) -> Int {
        max(floor, counts.meanDailySignIns * perMille / 1000)
    }

    /// How the fleet stands before the next guess is compared.
    public func alert(after alert: SprayAlert, _ counts: FleetCounts, at now: Timestamp) -> SprayAlert {
        let threshold = threshold(of: counts)
        let hour = FleetHour(of: now)
        let sum = counts.unrefunded(since: hour.earlier(by: FleetCounts.window))
        if sum >= threshold { return .raised }
        switch alert {
        case .raised:
            // Down only when every window that ended within the last 24 hours lay below half.
            let ended = (1...FleetCounts.window).map { ago in
                counts.unrefunded(
                    since: hour.earlier(by: ago + FleetCounts.window), until: hour.earlier(by: ago))
            }
            if max(sum, ended.max() ?? 0) * 2 >= threshold { return .raised }
            return sum * 4 >= threshold ? .warning : .quiet
        case .warning, .quiet:
            return sum * 4 >= threshold ? .warning : .quiet
        }
    }
}

/// Whether somebody seems to spray.
public enum SprayAlert: String, Hashable, Sendable {
    case quiet
    /// A quarter of the threshold: the operator is warned.
    case warning
    /// Unknown devices get 8 digits everywhere.
    case raised
}

/// The counters over all contacts, as a store reads them.
public struct FleetCounts: Hashable, Sendable {
    static let window: Int64 = 24
    /// Hours that a store keeps, those to come included: a clock that went back must not forget them.
    public static let hoursKept: Int64 = 2 * window + 1
    public static let daysOfSignIns = 28

    /// Unrefunded guesses by hour, any order.
    public var guesses: [FleetHour: Int]
    /// Sign-ins with a code in the last 28 days.
    public var signIns: Int

    public init(guesses: [FleetHour: Int] = [:], signIns: Int = 0) {
        self.guesses = guesses
        self.signIns = signIns
    }

    /// A young installation divides by 28 as well: a low mean is the strict one.
    var meanDailySignIns: Int { signIns / Self.daysOfSignIns }

    /// The sum from one hour to another, both included. Without an end, hours count that the clock says are
    /// still to come. The hour a day ago is in it as a whole: more than 24 hours are counted, never less.
    func unrefunded(since first: FleetHour, until last: FleetHour? = nil) -> Int {
        guesses.reduce(0) { sum, entry in
            guard entry.key >= first, entry.key <= last ?? entry.key else { return sum }
            return sum + max(0, entry.value)
        }
    }
}
