import EventLoop
import Synchronization

/// The thread that writes.
final class Writer: Sendable {
    private let queue: WriteQueue
    private let chores: Chores
    private let thread: SystemThread

    /// How often the writer looks for changes of other processes, and for chores, when nobody writes.
    private static let rhythm: Duration = .milliseconds(250)

    init(
        files: StoreFiles, locks: LockFile, figures: StoreFigures, capacity: Int, log: Log
    ) throws(SystemError) {
        let queue = try WriteQueue(capacity: capacity)
        let chores = Chores()
        thread = try SystemThread(name: "store-writer") {
            let engine = WriteEngine(files: files, locks: locks, figures: figures, log: log)
            while Self.turn(engine, queue, chores) {}
            engine.finish()
        }
        self.queue = queue
        self.chores = chores
    }

    var waiting: Int { queue.count }

    /// False when there is nothing left to do, for ever.
    private static func turn(_ engine: WriteEngine, _ queue: WriteQueue, _ chores: Chores) -> Bool {
        switch queue.next(until: SystemClock().now() + rhythm) {
        case .jobs(let jobs):
            engine.commit(jobs)
            engine.checkpoint(isIdle: queue.count == 0)
        case .nothing:
            engine.rest()
            if let chore = chores.next(at: SystemClock().now()) { engine.commit([chore]) }
        case .end:
            return false
        }
        return true
    }

    /// Runs `operation` in the next transaction and answers when it is durable. Not even cancelling the task
    /// leaves it half done: the caller waits for the few milliseconds that it takes.
    func write<T: Sendable>(
        _ operation: @escaping @Sendable (borrowing Transaction) throws(StoreFault) -> T
    ) async throws(StoreFault) -> T {
        let result: Result<T, StoreFault> = await withCheckedContinuation { continuation in
            queue.enter(
                WriteQueue.Job(
                    perform: { transaction throws(StoreFault) in
                        let value = try operation(transaction)
                        return { continuation.resume(returning: .success(value)) }
                    },
                    refuse: { continuation.resume(returning: .failure($0)) }))
        }
        return try result.get()
    }

    func add(_ chore: Chore) {
        chores.add(chore, at: SystemClock().now())
    }

    /// Finishes what was entered and ends the thread. Blocks.
    func stop() {
        queue.close()
        thread.join()
    }
}
