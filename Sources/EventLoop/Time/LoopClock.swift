/// The two clocks of the machine. Named apart from Swift's own `Clock`, which ties both to sleeping.
public protocol LoopClock: Sendable {
    func now() -> MonotonicTime
    func wall() -> WallTime
}
