import Synchronization

/// A clock that stands still until it is moved: for tests.
public final class ManualClock: LoopClock {
    private struct Hands {
        var monotonic: MonotonicTime
        var wall: WallTime
    }

    private let hands: Mutex<Hands>

    public init(
        now: MonotonicTime = MonotonicTime(nanoseconds: 1_000_000_000),
        wall: WallTime = WallTime(seconds: 1_800_000_000)
    ) {
        hands = Mutex(Hands(monotonic: now, wall: wall))
    }

    public func now() -> MonotonicTime {
        hands.withLock { $0.monotonic }
    }

    public func wall() -> WallTime {
        hands.withLock { $0.wall }
    }

    /// Moves both clocks forward.
    public func advance(by duration: Duration) {
        hands.withLock { hands in
            hands.monotonic = hands.monotonic + duration
            hands.wall = hands.wall + duration
        }
    }

    /// Sets the wall clock alone, as an operator may.
    public func setWall(_ wall: WallTime) {
        hands.withLock { $0.wall = wall }
    }
}
