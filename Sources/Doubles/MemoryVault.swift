public import Domain
import Synchronization

/// A vault that is gone with the process. It can be told to fail.
public final class MemoryVault: Vault {
    private struct Place: Hashable {
        let kind: VaultRecord.Kind
        let name: String
    }

    private struct State {
        var records: [Place: VaultRecord] = [:]
        var failure: StoreError?
        var writes = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// From here on every operation fails with `failure`, until it is nil again.
    public func fail(with failure: StoreError?) {
        state.withLock { $0.failure = failure }
    }

    /// How often something was changed.
    public var writes: Int { state.withLock { $0.writes } }

    public func records(of kind: VaultRecord.Kind) async throws(StoreError) -> [VaultRecord] {
        try working { state in
            state.records.values.filter { $0.kind == kind }.sorted { $0.name < $1.name }
        }
    }

    public func insert(_ record: VaultRecord) async throws(StoreError) -> VaultRecord {
        try working { state in
            let place = Place(kind: record.kind, name: record.name)
            if let present = state.records[place] { return present }
            var record = record
            record.version = 1
            state.records[place] = record
            state.writes += 1
            return record
        }
    }

    public func replace(_ record: VaultRecord) async throws(StoreError) -> Bool {
        try working { state in
            let place = Place(kind: record.kind, name: record.name)
            guard state.records[place]?.version == record.version else { return false }
            var record = record
            record.version += 1
            state.records[place] = record
            state.writes += 1
            return true
        }
    }

    public func remove(_ kind: VaultRecord.Kind, named name: String) async throws(StoreError) {
        try working { state in
            let removed = state.records.removeValue(forKey: Place(kind: kind, name: name))
            if removed != nil { state.writes += 1 }
        }
    }

    private func working<Result: Sendable>(
        _ body: (inout State) -> Result
    ) throws(StoreError) -> Result {
        try state.withLock { state throws(StoreError) in
            if let failure = state.failure { throw failure }
            return body(&state)
        }
    }
}
