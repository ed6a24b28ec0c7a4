import Synchronization

/// The bounded buffer between those who log and the one thread that writes.
final class LogQueue: Sendable {
    /// What the writing thread takes at once.
    struct Batch {
        let bytes: [UInt8]
        /// How many lines found no room after these.
        let dropped: UInt64
        fileprivate let end: UInt64
    }

    private struct State {
        var pending: [UInt8] = []
        var dropped: UInt64 = 0
        var inFlight = 0
        /// Lines taken in since the start, and those of them that are written or given up.
        var accepted: UInt64 = 0
        var settled: UInt64 = 0
        var flushTarget: UInt64?
        var isClosed = false

        var isIdle: Bool { pending.isEmpty && dropped == 0 }
    }

    private let capacity: Int
    private let state = Mutex(State())
    private let bell: Semaphore
    private let settledBell: Semaphore
    private let flushing = Mutex(())

    init(capacity: Int) throws(SystemError) {
        self.capacity = capacity
        bell = try Semaphore()
        settledBell = try Semaphore()
    }

    /// Takes the line in if there is room, counts it as dropped if not. After `close` it vanishes.
    func offer(_ line: [UInt8]) {
        let wakes = state.withLock { state in
            guard !state.isClosed else { return false }
            let wasIdle = state.isIdle
            if state.pending.count + state.inFlight + line.count <= capacity {
                state.pending.append(contentsOf: line)
                state.accepted += 1
            } else {
                state.dropped += 1
            }
            return wasIdle
        }
        if wakes { bell.signal() }
    }

    /// Waits for lines; nil when the queue is closed and empty. For the one writing thread.
    func take() -> Batch? {
        while true {
            if let batch = takeWaiting() { return batch }
            if state.withLock({ $0.isClosed && $0.isIdle }) { return nil }
            bell.wait()
        }
    }

    private func takeWaiting() -> Batch? {
        state.withLock { state in
            guard !state.isIdle else { return nil }
            let batch = Batch(bytes: state.pending, dropped: state.dropped, end: state.accepted)
            state.inFlight = state.pending.count
            state.pending = []
            state.dropped = 0
            return batch
        }
    }

    /// Says that a batch is written, or lost for good.
    func settle(_ batch: Batch) {
        let reached = state.withLock { state in
            state.inFlight = 0
            state.settled = batch.end
            guard let target = state.flushTarget, target <= state.settled else { return false }
            state.flushTarget = nil
            return true
        }
        if reached { settledBell.signal() }
    }

    /// Waits until everything that was taken in before is settled. One caller at a time, others queue.
    func flush(until deadline: MonotonicTime) -> Bool {
        flushing.withLock { _ in
            let target = state.withLock { $0.accepted }
            while isOutstanding(target) {
                guard settledBell.wait(until: deadline) else { return false }
            }
            return true
        }
    }

    /// A signal that an earlier flush no longer waited for may still be there: hence asked again after each.
    private func isOutstanding(_ target: UInt64) -> Bool {
        state.withLock { state in
            guard state.settled < target else { return false }
            state.flushTarget = target
            return true
        }
    }

    /// Takes no more lines; `take` gives out the rest.
    func close() {
        state.withLock { $0.isClosed = true }
        bell.signal()
    }
}
