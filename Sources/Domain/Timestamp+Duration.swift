extension Timestamp {
    /// The moment `duration` later; past the end of the calendar it stops there.
    public static func + (moment: Timestamp, duration: Duration) -> Timestamp {
        let (sum, overflows) = moment.milliseconds.addingReportingOverflow(duration.milliseconds)
        return Timestamp(milliseconds: overflows ? (duration.milliseconds < 0 ? .min : .max) : sum)
    }

    public static func - (moment: Timestamp, duration: Duration) -> Timestamp {
        moment + .milliseconds(-duration.milliseconds)
    }

    /// From `earlier` to this moment; negative when the clock went back in between.
    public func since(_ earlier: Timestamp) -> Duration {
        let (difference, overflows) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        return .milliseconds(overflows ? (milliseconds < 0 ? Int64.min + 1 : Int64.max) : difference)
    }

    /// Whether the two moments lie at most `duration` apart, whichever came first: a clock that steps back a
    /// little between two requests must not look like a long time.
    public func isWithin(_ duration: Duration, of other: Timestamp) -> Bool {
        let distance = since(other)
        return distance <= duration && distance >= .zero - duration
    }
}

extension Duration {
    /// Whole milliseconds, cut towards zero.
    public var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflows) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflows else { return seconds < 0 ? .min + 1 : .max }
        return product.addingReportingOverflow(attoseconds / 1_000_000_000_000_000).partialValue
    }

    /// Whole seconds, rounded up, never below 0: what a caller is told to wait.
    public var secondsToWait: Int {
        Int(clamping: max(0, (milliseconds / 1000) + (milliseconds % 1000 > 0 ? 1 : 0)))
    }

    public static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    public static func hours(_ count: Int) -> Duration { .seconds(count * 3_600) }
    public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}
