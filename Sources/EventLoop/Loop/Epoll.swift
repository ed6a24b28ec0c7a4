import CLinux
import Glibc

/// What a descriptor is watched for, or is ready for.
public struct IOEvents: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let input = IOEvents(rawValue: latchkey_EPOLLIN)
    public static let output = IOEvents(rawValue: latchkey_EPOLLOUT)
    /// The other side has said that it sends no more.
    public static let peerClosed = IOEvents(rawValue: latchkey_EPOLLRDHUP)
    public static let hangUp = IOEvents(rawValue: latchkey_EPOLLHUP)
    public static let error = IOEvents(rawValue: latchkey_EPOLLERR)
    /// Told once for each change instead of as long as it lasts.
    public static let edgeTriggered = IOEvents(rawValue: latchkey_EPOLLET)
}

/// An epoll instance with the array that receives its events.
@safe struct Epoll: ~Copyable {
    struct Event {
        let readiness: IOEvents
        let data: UInt64
    }

    private let descriptor: FileDescriptor
    private let events: UnsafeMutableBufferPointer<latchkey_epoll_event>

    init(capacity: Int = 512) throws(SystemError) {
        let number = epoll_create1(latchkey_EPOLL_CLOEXEC)
        guard number >= 0 else { throw SystemError("epoll_create1") }
        descriptor = FileDescriptor(owning: number)
        unsafe events = .allocate(capacity: capacity)
        unsafe events.initialize(repeating: latchkey_epoll_event())
    }

    deinit {
        unsafe events.deallocate()
    }

    func add(_ fd: Int32, _ readiness: IOEvents, data: UInt64) throws(SystemError) {
        try control(latchkey_EPOLL_CTL_ADD, fd, readiness, data)
    }

    func change(_ fd: Int32, _ readiness: IOEvents, data: UInt64) throws(SystemError) {
        try control(latchkey_EPOLL_CTL_MOD, fd, readiness, data)
    }

    func remove(_ fd: Int32) {
        // Fails only for a descriptor that is not watched, or is closed: gone either way.
        _ = latchkey_epoll_ctl(descriptor.number, latchkey_EPOLL_CTL_DEL, fd, 0, 0)
    }

    /// Waits at most `milliseconds` (-1: for ever) and says how many events are there to be read.
    func wait(milliseconds: Int32) -> Int {
        let count = unsafe epoll_wait(
            descriptor.number, events.baseAddress, Int32(events.count), milliseconds)
        return max(0, Int(count))
    }

    func event(at index: Int) -> Event {
        unsafe withUnsafePointer(to: events[index]) { event in
            unsafe Event(
                readiness: IOEvents(rawValue: latchkey_epoll_events(event)),
                data: latchkey_epoll_data(event))
        }
    }

    private func control(
        _ operation: Int32, _ fd: Int32, _ readiness: IOEvents, _ data: UInt64
    ) throws(SystemError) {
        guard latchkey_epoll_ctl(descriptor.number, operation, fd, readiness.rawValue, data) == 0 else {
            throw SystemError("epoll_ctl")
        }
    }
}
