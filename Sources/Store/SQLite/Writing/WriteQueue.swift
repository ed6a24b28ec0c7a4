import EventLoop
import Synchronization

/// What waits for the writer. Every job that enters is answered exactly once.
final class WriteQueue: Sendable {
    struct Job: Sendable {
        /// Works inside the transaction and gives back what tells the caller, once it is durable.
        let perform: @Sendable (borrowing Transaction) throws(StoreFault) -> @Sendable () -> Void
        let refuse: @Sendable (StoreFault) -> Void
    }

    enum Next {
        case jobs([Job]), nothing, end
    }

    private struct State {
        var waiting: [Job] = []
        var isClosed = false
    }

    /// As many as share one commit at most, so that the first of them does not wait for ever for the last.
    private static let batch = 512

    private let capacity: Int
    private let state = Mutex(State())
    private let bell: Semaphore

    init(capacity: Int) throws(SystemError) {
        self.capacity = capacity
        bell = try Semaphore()
    }

    var count: Int { state.withLock { $0.waiting.count } }

    func enter(_ job: Job) {
        let (refusal, isFirst): (StoreFault?, Bool) = state.withLock { state in
            guard !state.isClosed else { return (.unavailable, false) }
            guard state.waiting.count < capacity else { return (.busy, false) }
            state.waiting.append(job)
            return (nil, state.waiting.count == 1)
        }
        if let refusal { job.refuse(refusal) }
        // Once for all: the writer takes everything that is there.
        if isFirst { bell.signal() }
    }

    /// Lets the writer finish what is there, and nothing more in.
    func close() {
        state.withLock { $0.isClosed = true }
        bell.signal()
    }

    /// What is to be done, at the latest at `deadline`.
    func next(until deadline: MonotonicTime) -> Next {
        _ = bell.wait(until: deadline)
        return state.withLock { state in
            guard !state.waiting.isEmpty else { return state.isClosed ? .end : .nothing }
            let jobs = Array(state.waiting.prefix(Self.batch))
            state.waiting.removeFirst(jobs.count)
            // Those that are left, or the end, would not ring again.
            if !state.waiting.isEmpty || state.isClosed { bell.signal() }
            return .jobs(jobs)
        }
    }
}
