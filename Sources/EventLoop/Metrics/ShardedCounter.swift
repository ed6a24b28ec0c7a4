import Synchronization

/// A counter for the hottest paths: each loop counts in a shard of its own, a scrape adds them up.
public final class ShardedCounter: Sendable {
    private let shards: [CounterShard]

    init(shards count: Int) {
        precondition(count > 0, "a sharded counter needs a shard")
        shards = (0..<count).map { _ in CounterShard() }
    }

    public subscript(index: Int) -> CounterShard { shards[index] }

    public var value: UInt64 {
        shards.reduce(0) { $0 &+ $1.value }
    }
}

/// The part of a counter that one thread counts in.
public final class CounterShard: Sendable {
    // A cache line on either side: no other shard lies on the line of this cell.
    private let before = CacheLine()
    private let cell = Atomic<UInt64>(0)
    private let after = CacheLine()

    /// For one thread alone: a load and a store, without the locked instruction that `Counter` needs. Counts
    /// are lost if two threads do it.
    public func increment(by amount: UInt64 = 1) {
        cell.store(cell.load(ordering: .relaxed) &+ amount, ordering: .relaxed)
    }

    var value: UInt64 { cell.load(ordering: .relaxed) }
}

private struct CacheLine {
    private let bytes: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
        (0, 0, 0, 0, 0, 0, 0, 0)
}
