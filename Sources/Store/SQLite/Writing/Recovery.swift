import EventLoop

/// When to try again after the disk has failed.
struct Recovery {
    private var wait: Duration = .zero
    private var due: MonotonicTime?

    /// Whether something failed since the last success.
    var isNeeded: Bool { due != nil }

    func isDue(at now: MonotonicTime) -> Bool {
        due.map { $0 <= now } ?? true
    }

    /// A tenth of a second, then twice as long each time, at most 5 s.
    mutating func failed(at now: MonotonicTime) {
        wait = min(max(wait * 2, .milliseconds(100)), .seconds(5))
        due = now + wait
    }
}
