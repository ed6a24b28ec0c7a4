import Synchronization

/// A number that goes up and down. Safe from any thread, without a lock.
public final class Gauge: Sendable {
    private let current = Atomic<Int64>(0)

    public func set(_ value: Int64) {
        current.store(value, ordering: .relaxed)
    }

    public func increment(by amount: Int64 = 1) {
        current.wrappingAdd(amount, ordering: .relaxed)
    }

    public func decrement(by amount: Int64 = 1) {
        current.wrappingSubtract(amount, ordering: .relaxed)
    }

    public var value: Int64 { current.load(ordering: .relaxed) }
}
