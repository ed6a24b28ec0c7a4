import EventLoop
import Synchronization

extension Loop {
    /// Runs `work` on this loop while the calling thread waits: for the start and the commands, never on a loop.
    func awaiting<Answer: Sendable>(
        _ work: @escaping @Sendable () async -> Answer
    ) throws(SystemError) -> Answer {
        let done = try Semaphore()
        let answer = Mutex<Answer?>(nil)
        Task(executorPreference: self) {
            let result = await work()
            answer.withLock { $0 = result }
            done.signal()
        }
        while true {
            done.wait()
            if let result = answer.withLock({ $0 }) { return result }
        }
    }
}
