import EventLoop
import Synchronization

/// Holds tasks until it is opened, by whomever, and nobody afterwards. Cancelling does not open it.
final class Door: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isOpen = true
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// Tells a test's thread, which may block, what happened elsewhere.
final class Bell: Sendable {
    private let semaphore: Semaphore

    init() throws { semaphore = try Semaphore() }

    func ring() { semaphore.signal() }

    /// Whether it has been rung once more, by now or soon.
    func heard(within limit: Duration = .seconds(10)) -> Bool {
        semaphore.wait(until: SystemClock().now() + limit)
    }
}

/// A value that one side sets and another reads.
final class Shared<Value: Sendable>: Sendable {
    fileprivate let held: Mutex<Value>

    init(_ value: Value) { held = Mutex(value) }

    var value: Value {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }

}

extension Shared<Int> {
    func increment() { held.withLock { $0 += 1 } }
}
