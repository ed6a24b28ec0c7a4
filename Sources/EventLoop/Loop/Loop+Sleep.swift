import Synchronization

extension Loop {
    /// Suspends the task until `due`, or until the bell rings: one sleeper a bell. Called on the loop; throws at once
    /// when the task is cancelled.
    public func sleep(until due: MonotonicTime, or bell: Bell? = nil) async throws(CancellationError) {
        let sleeper = Sleeper()
        if let bell, !bell.await(sleeper, on: self) { return }
        defer { bell?.forget() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let timer = at(due) { sleeper.wake() }
                if !sleeper.settle(continuation, timer) {
                    cancel(timer)
                    continuation.resume()
                }
            }
        } onCancel: {
            if let timer = sleeper.wake() { execute { self.cancel(timer) } }
        }
        if Task.isCancelled { throw CancellationError() }
    }

    public func sleep(for duration: Duration, or bell: Bell? = nil) async throws(CancellationError) {
        try await sleep(until: now + duration, or: bell)
    }
}

/// One sleep: woken once, by its timer or by cancellation, whichever comes first, even before it settles.
final class Sleeper: Sendable {
    private enum State {
        case unsettled
        case asleep(CheckedContinuation<Void, Never>, TimerID)
        case awake
    }

    private let state = Mutex<State>(.unsettled)

    /// False when the sleep is over before it began.
    func settle(_ continuation: CheckedContinuation<Void, Never>, _ timer: TimerID) -> Bool {
        state.withLock { state in
            guard case .unsettled = state else { return false }
            state = .asleep(continuation, timer)
            return true
        }
    }

    /// Resumes the sleeper and gives the timer that stood for it.
    @discardableResult
    func wake() -> TimerID? {
        let before = state.withLock { state in
            defer { state = .awake }
            return state
        }
        guard case .asleep(let continuation, let timer) = before else { return nil }
        continuation.resume()
        return timer
    }
}
