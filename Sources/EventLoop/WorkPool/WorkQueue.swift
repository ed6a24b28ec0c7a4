import Synchronization

/// What waits for the threads of a pool. Every job that enters is answered exactly once: whoever takes it out
/// of the queue, under the lock, is the one who answers.
final class WorkQueue: Sendable {
    struct Job: Sendable {
        let id: UInt64
        /// Does the work and gives back what tells the caller.
        let perform: @Sendable () -> @Sendable () -> Void
        let refuse: @Sendable (WorkPoolError) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var running = 0
        var isStopped = false
    }

    private enum Next {
        case job(Job), nothing, end
    }

    private let limit: Int
    private let lastID = Atomic<UInt64>(0)
    private let state = Mutex(State())
    private let bell: Semaphore

    /// - Parameter limit: how many jobs may wait and run, taken together.
    init(limit: Int) throws(SystemError) {
        self.limit = limit
        bell = try Semaphore()
    }

    func makeID() -> UInt64 {
        lastID.wrappingAdd(1, ordering: .relaxed).newValue
    }

    var load: (waiting: Int, running: Int) {
        state.withLock { ($0.waiting.count, $0.running) }
    }

    func enter(_ job: Job) {
        let refusal: WorkPoolError? = state.withLock { state in
            guard !state.isStopped else { return .stopped }
            guard state.waiting.count + state.running < limit else { return .busy }
            state.waiting.append(job)
            return nil
        }
        if let refusal {
            job.refuse(refusal)
        } else {
            bell.signal()
        }
    }

    /// Refuses a job that still waits; does nothing to one that was taken up.
    func cancel(_ id: UInt64) {
        let job = state.withLock { state -> Job? in
            guard let index = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
            return state.waiting.remove(at: index)
        }
        job?.refuse(.cancelled)
    }

    /// Refuses what waits and sends `threads` threads home.
    func stop(threads: Int) {
        let refused = state.withLock { state in
            state.isStopped = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for job in refused { job.refuse(.stopped) }
        bell.signal(threads)
    }

    /// What a thread of the pool does until `stop`.
    func work() {
        while true {
            bell.wait()
            switch next() {
            case .job(let job):
                let answer = job.perform()
                // Before the answer: a caller that comes back at once must find the room that it left.
                state.withLock { $0.running -= 1 }
                answer()
            case .nothing: continue
            case .end: return
            }
        }
    }

    private func next() -> Next {
        state.withLock { state in
            guard !state.waiting.isEmpty else { return state.isStopped ? .end : .nothing }
            state.running += 1
            return .job(state.waiting.removeFirst())
        }
    }
}
