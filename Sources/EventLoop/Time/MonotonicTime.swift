/// A moment on a clock that never jumps: good for deadlines, meaningless in another process.
public struct MonotonicTime: Hashable, Comparable, Sendable {
    public let nanoseconds: UInt64

    public init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    /// After the last moment that any clock will show: a deadline that never comes.
    public static let distantFuture = MonotonicTime(nanoseconds: .max)

    public static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// Stops at the ends of the range instead of overflowing.
    public static func + (moment: MonotonicTime, delay: Duration) -> MonotonicTime {
        let sum = Int128(moment.nanoseconds) + delay.wholeNanoseconds
        return MonotonicTime(nanoseconds: UInt64(clamping: sum))
    }

    /// The cheap sum, for deadlines that are set all the time. It stops at the end of the range too.
    public func advanced(byNanoseconds delay: UInt64) -> MonotonicTime {
        let (sum, overflows) = nanoseconds.addingReportingOverflow(delay)
        return overflows ? .distantFuture : MonotonicTime(nanoseconds: sum)
    }

    public static func - (later: MonotonicTime, earlier: MonotonicTime) -> Duration {
        Duration(wholeNanoseconds: Int128(later.nanoseconds) - Int128(earlier.nanoseconds))
    }
}

extension Duration {
    /// Cut to what 64 bits hold; nothing is below zero.
    public var clampedNanoseconds: UInt64 { UInt64(clamping: wholeNanoseconds) }

    private static let attosecondsPerNanosecond: Int128 = 1_000_000_000

    /// Cut towards zero. Wider than 64 bits, so that no duration overflows it.
    var wholeNanoseconds: Int128 { attoseconds / Self.attosecondsPerNanosecond }

    init(wholeNanoseconds: Int128) {
        self.init(attoseconds: wholeNanoseconds * Self.attosecondsPerNanosecond)
    }
}
