import Synchronization

/// Why a piece of work was not done.
public enum WorkPoolError: Error, Equatable {
    /// All threads work and the queue is full.
    case busy
    /// The task was cancelled before a thread took the work up.
    case cancelled
    /// The pool was stopped before a thread took the work up.
    case stopped
}

/// Threads for what blocks or computes for long, so that event loops do neither.
public final class WorkPool: Sendable {
    private let queue: WorkQueue
    private let threads: [SystemThread]

    /// - Parameter capacity: how much work may wait beyond what the threads do.
    public init(
        threads count: Int = Processors.available, capacity: Int = 64
    ) throws(SystemError) {
        precondition(count > 0 && capacity >= 0, "a pool without threads does nothing")
        let queue = try WorkQueue(limit: count + capacity)
        var threads: [SystemThread] = []
        do throws(SystemError) {
            for _ in 0..<count {
                threads.append(try SystemThread(name: "work") { queue.work() })
            }
        } catch {
            queue.stop(threads: threads.count)
            for thread in threads { thread.join() }
            throw error
        }
        self.queue = queue
        self.threads = threads
    }

    /// Does `work` on a thread of the pool; the caller goes on where it was. Throws `.busy` at once when there
    /// is no room, and `.cancelled` or `.stopped` when that came first. Work that has begun is finished.
    public func run<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws(WorkPoolError) -> T {
        let id = queue.makeID()
        let result: Result<T, WorkPoolError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.enter(
                    WorkQueue.Job(
                        id: id,
                        perform: {
                            let value = work()
                            return { continuation.resume(returning: .success(value)) }
                        },
                        refuse: { continuation.resume(returning: .failure($0)) }))
                // The handler below finds nothing if it ran before the job was entered.
                if Task.isCancelled { queue.cancel(id) }
            }
        } onCancel: {
            queue.cancel(id)
        }
        return try result.get()
    }

    /// How much work waits for a thread, and how much is being done.
    public var load: (waiting: Int, running: Int) { queue.load }

    /// Refuses what waits, finishes what runs and ends the threads. Blocks: not for event loops, nor for the
    /// pool's own threads.
    public func stop() {
        queue.stop(threads: threads.count)
        for thread in threads { thread.join() }
    }
}
