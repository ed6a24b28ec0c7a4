import Glibc
// Both modules define `struct timespec`, and which of them the compiler takes it from depends on what else the
// module imports.
import SwiftOverlayShims

/// The clocks of the kernel.
public struct SystemClock: LoopClock {
    public init() {}

    public func now() -> MonotonicTime {
        let time = read(CLOCK_MONOTONIC)
        return MonotonicTime(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
    }

    public func wall() -> WallTime {
        let time = read(CLOCK_REALTIME)
        return WallTime(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
    }

    private func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        // Fails only for a clock that does not exist or memory that is not ours.
        _ = unsafe clock_gettime(clock, &time)
        return time
    }
}
