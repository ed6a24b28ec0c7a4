import EventLoop
import Synchronization

/// Something that wants doing now and then, in small steps, such as removing rows that count no more.
struct Chore: Sendable {
    let interval: Duration
    /// How many rows one step may touch.
    let limit: Int
    /// Does one step and says how many rows it found.
    let step: @Sendable (borrowing Transaction, Int) throws(StoreFault) -> Int
}

/// The chores of a writer, and when each is due.
final class Chores: Sendable {
    private struct Entry {
        let chore: Chore
        var due: MonotonicTime
    }

    private let entries = Mutex<[Entry]>([])

    func add(_ chore: Chore, at now: MonotonicTime) {
        entries.withLock { $0.append(Entry(chore: chore, due: now + chore.interval)) }
    }

    /// The step that has waited longest, if one is due. Until it has said how it went it is not due again
    /// before its interval.
    func next(at now: MonotonicTime) -> WriteQueue.Job? {
        entries.withLock { entries in
            guard let index = entries.indices.min(by: { entries[$0].due < entries[$1].due }),
                entries[index].due <= now
            else { return nil }
            let chore = entries[index].chore
            entries[index].due = now + chore.interval
            return WriteQueue.Job(
                perform: { transaction throws(StoreFault) in
                    let found = try chore.step(transaction, chore.limit)
                    return {
                        // A full step is seldom the last: the next may follow when the writer rests again.
                        if found >= chore.limit { self.hurry(index, at: now) }
                    }
                },
                // It comes again after its interval; the engine has reported why it failed.
                refuse: { _ in })
        }
    }

    private func hurry(_ index: Int, at now: MonotonicTime) {
        entries.withLock { $0[index].due = now }
    }
}
