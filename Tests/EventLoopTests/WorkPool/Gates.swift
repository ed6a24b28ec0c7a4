import Glibc
import Synchronization

/// Holds a thread until it is opened, and nobody afterwards.
final class Gate: Sendable {
    private let isOpen = Atomic(false)

    func open() { isOpen.store(true, ordering: .releasing) }

    func wait() {
        while !isOpen.load(ordering: .acquiring) { sched_yield() }
    }
}

/// Lets threads through in groups of `parties`.
final class Barrier: Sendable {
    private let parties: Int
    private let arrived = Atomic(0)

    init(parties: Int) { self.parties = parties }

    func wait() {
        let number = arrived.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue
        let target = (number + parties - 1) / parties * parties
        while arrived.load(ordering: .acquiring) < target { sched_yield() }
    }
}

/// How many are inside, and how many were at most.
final class Meter: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func enter() {
        counts.withLock { counts in
            counts.now += 1
            counts.most = max(counts.most, counts.now)
        }
    }

    func leave() { counts.withLock { $0.now -= 1 } }
}

/// How often something happened.
final class Tally: Sendable {
    private let total = Atomic(0)

    var count: Int { total.load(ordering: .acquiring) }

    func add() { total.wrappingAdd(1, ordering: .releasing) }
}
