import Synchronization

/// A number that only grows. Safe from any thread, without a lock.
public final class Counter: Sendable {
    private let total = Atomic<UInt64>(0)

    public func increment(by amount: UInt64 = 1) {
        total.wrappingAdd(amount, ordering: .relaxed)
    }

    public var value: UInt64 { total.load(ordering: .relaxed) }
}
