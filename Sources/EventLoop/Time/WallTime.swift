/// A moment on the wall clock, counted from 1970 in UTC. The operator may set this clock: use `MonotonicTime`
/// for deadlines.
public struct WallTime: Hashable, Comparable, Sendable {
    public let seconds: Int64
    /// 0 to 999,999,999, counted forward from `seconds` also before 1970.
    public let nanoseconds: Int32

    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        precondition((0..<1_000_000_000).contains(nanoseconds), "nanoseconds make less than a second")
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    public init(milliseconds: Int64) {
        let (seconds, rest) = milliseconds.flooringDivision(by: 1000)
        self.init(seconds: seconds, nanoseconds: Int32(rest) * 1_000_000)
    }

    /// Milliseconds since 1970, rounded down.
    public var milliseconds: Int64 {
        Int64(clamping: Int128(seconds) * 1000 + Int128(nanoseconds / 1_000_000))
    }

    public static func < (left: WallTime, right: WallTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// Stops at the ends of the range instead of overflowing.
    public static func + (moment: WallTime, delay: Duration) -> WallTime {
        let sum = Int128(moment.seconds) * 1_000_000_000 + Int128(moment.nanoseconds) + delay.wholeNanoseconds
        let (seconds, rest) = sum.flooringDivision(by: 1_000_000_000)
        return WallTime(seconds: Int64(clamping: seconds), nanoseconds: Int32(rest))
    }
}

extension FixedWidthInteger {
    /// Quotient rounded down and a remainder that is never negative. `divisor` is positive.
    func flooringDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
