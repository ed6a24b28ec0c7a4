import CLinux
import Glibc

/// A count that threads wait for: each wait takes one.
///
/// An eventfd rather than a condition variable: it needs no stable address, so it needs no unchecked promise,
/// and it can be waited for with a limit.
public final class Semaphore: Sendable {
    private let descriptor: FileDescriptor

    public init() throws(SystemError) {
        let number = eventfd(0, Int32(EFD_SEMAPHORE) | latchkey_EFD_FLAGS)
        guard number >= 0 else { throw SystemError("eventfd") }
        descriptor = FileDescriptor(owning: number)
    }

    public func signal(_ count: Int = 1) {
        // Fails only when the count would pass 2^64 - 2.
        _ = eventfd_write(descriptor.number, eventfd_t(count))
    }

    public func wait() {
        while !take() { awaitReadable(milliseconds: -1) }
    }

    /// Whether one could be taken before `deadline`.
    public func wait(until deadline: MonotonicTime) -> Bool {
        while !take() {
            let now = SystemClock().now()
            guard now < deadline else { return false }
            awaitReadable(milliseconds: (deadline - now).millisecondsToWait)
        }
        return true
    }

    private func take() -> Bool {
        var count: eventfd_t = 0
        return unsafe eventfd_read(descriptor.number, &count) == 0
    }

    private func awaitReadable(milliseconds: Int32) {
        var request = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        // An interrupted wait returns early; the caller looks again anyway.
        _ = unsafe poll(&request, 1, milliseconds)
    }
}

extension Duration {
    /// Rounded up, so that the time is over when the wait is; at most a minute, after which the caller looks
    /// again.
    fileprivate var millisecondsToWait: Int32 {
        Int32(min(max((wholeNanoseconds + 999_999) / 1_000_000, 0), 60_000))
    }
}
