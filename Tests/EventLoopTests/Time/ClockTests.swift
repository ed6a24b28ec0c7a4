import EventLoop
import Testing

struct ClockTests {
    @Test(
        arguments: [
            (10, .nanoseconds(5), 15), (10, .nanoseconds(-5), 5), (10, .nanoseconds(-11), 0),
            (.max, .nanoseconds(1), .max), (0, .seconds(Int64.max), .max), (5, .seconds(Int64.min), 0),
        ] as [(UInt64, Duration, UInt64)])
    func `adding to a moment stops at the ends`(start: UInt64, delay: Duration, end: UInt64) {
        #expect(MonotonicTime(nanoseconds: start) + delay == MonotonicTime(nanoseconds: end))
    }

    @Test func `the difference of the ends is exact`() {
        let (first, last) = (MonotonicTime(nanoseconds: 0), MonotonicTime.distantFuture)
        #expect(last - first == .nanoseconds(Int64.max) * 2 + .nanoseconds(1))
        #expect(first - last == .zero - (last - first))
        #expect(first < last)
    }

    @Test(
        arguments: [
            (0, 0, .milliseconds(1500), 1, 500_000_000), (1, 0, .nanoseconds(-1), 0, 999_999_999),
            (0, 0, .nanoseconds(-1), -1, 999_999_999), (1, 999_999_999, .nanoseconds(1), 2, 0),
            (.max, 0, .seconds(5), .max, 0), (.min, 0, .seconds(-5), .min, 0),
        ] as [(Int64, Int32, Duration, Int64, Int32)])
    func `adding to the wall clock carries and stops at the ends`(
        seconds: Int64, nanoseconds: Int32, delay: Duration, endSeconds: Int64, endNanoseconds: Int32
    ) {
        let sum = WallTime(seconds: seconds, nanoseconds: nanoseconds) + delay
        #expect(sum == WallTime(seconds: endSeconds, nanoseconds: endNanoseconds))
    }

    @Test(arguments: [0, 1, 999, 1000, -1, -1000, 1_800_000_000_123] as [Int64])
    func `milliseconds survive the way there and back`(milliseconds: Int64) {
        #expect(WallTime(milliseconds: milliseconds).milliseconds == milliseconds)
    }

    @Test func `the system's clocks move forward and agree on the century`() {
        let clock = SystemClock()
        let first = clock.now()
        #expect(clock.now() >= first)
        #expect(RFC3339.string(clock.wall()).hasPrefix("20"))
    }

    @Test func `a manual clock moves only when it is moved`() {
        let clock = ManualClock()
        let (now, wall) = (clock.now(), clock.wall())
        #expect(clock.now() == now)
        clock.advance(by: .milliseconds(1500))
        #expect(clock.now() - now == .milliseconds(1500))
        #expect(clock.wall() == wall + .milliseconds(1500))
        clock.setWall(WallTime(seconds: 5))
        #expect(clock.wall().seconds == 5)
        #expect(clock.now() - now == .milliseconds(1500))
    }
}
