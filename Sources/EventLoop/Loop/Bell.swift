import Synchronization

/// Wakes one sleeper before its time. A bell that rings while nobody sleeps is heard by the next one at once.
public final class Bell: Sendable {
    private enum State {
        case silent
        case rung
        case awaited(Sleeper, Loop)
    }

    private let state = Mutex<State>(.silent)

    public init() {}

    /// Callable from anywhere.
    public func ring() {
        let before = state.withLock { state in
            defer { state = if case .awaited = state { .silent } else { .rung } }
            return state
        }
        guard case .awaited(let sleeper, let loop) = before, let timer = sleeper.wake() else { return }
        loop.execute { loop.cancel(timer) }
    }

    /// False when it has rung already.
    func await(_ sleeper: Sleeper, on loop: Loop) -> Bool {
        state.withLock { state in
            if case .rung = state {
                state = .silent
                return false
            }
            state = .awaited(sleeper, loop)
            return true
        }
    }

    func forget() {
        state.withLock { state in
            if case .awaited = state { state = .silent }
        }
    }
}
