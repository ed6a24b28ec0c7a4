import Synchronization

/// What the engine counts, readable from anywhere.
package final class StoreFigures: Sendable {
    private let commitCount = Atomic<UInt64>(0)
    private let operationCount = Atomic<UInt64>(0)
    private let failureCount = Atomic<UInt64>(0)
    private let checkpointCount = Atomic<UInt64>(0)
    private let foreignCount = Atomic<UInt64>(0)
    private let trusted = Atomic(true)

    /// Transactions made durable. A reader that began before the last one looks again.
    package var commits: UInt64 { commitCount.load(ordering: .acquiring) }
    package var operations: UInt64 { operationCount.load(ordering: .relaxed) }
    /// Transactions that failed as a whole.
    package var failures: UInt64 { failureCount.load(ordering: .relaxed) }
    package var checkpoints: UInt64 { checkpointCount.load(ordering: .relaxed) }
    package var foreignChanges: UInt64 { foreignCount.load(ordering: .acquiring) }
    package var isTrusted: Bool { trusted.load(ordering: .relaxed) }

    func committed(operations: Int) {
        operationCount.wrappingAdd(UInt64(operations), ordering: .relaxed)
        commitCount.wrappingAdd(1, ordering: .releasing)
    }

    func failed() { failureCount.wrappingAdd(1, ordering: .relaxed) }
    func checkpointed() { checkpointCount.wrappingAdd(1, ordering: .relaxed) }
    func changedByOthers() { foreignCount.wrappingAdd(1, ordering: .releasing) }
    func setTrusted(_ isTrusted: Bool) { trusted.store(isTrusted, ordering: .relaxed) }
}
