import Domain
import EventLoop

/// The wall clock, as the services read it.
struct SystemTime: TimeSource {
    func now() -> Timestamp {
        Timestamp(milliseconds: SystemClock().wall().milliseconds)
    }
}
