/// Keys that lie beside the data, sealed: what keeps them cannot read them.
///
/// Each operation is atomic and durable once it has answered. It fails with a `StoreError` and nothing else;
/// whoever asks again after one finds either that nothing happened or that all of it did, and each operation
/// may be repeated. One table holds it all: (kind, name) is its key, `version` begins at 1.
public protocol Vault: Sendable {
    /// Every record of a kind, in the order of their names, as of one moment.
    func records(of kind: VaultRecord.Kind) async throws(StoreError) -> [VaultRecord]

    /// Adds a record unless there is one of its kind and name. Answers with the one that is there afterwards:
    /// of two processes that add one name at once both get the same.
    func insert(_ record: VaultRecord) async throws(StoreError) -> VaultRecord

    /// Puts `record.sealed` and `record.since` in the place of the version `record.version` and counts the
    /// version up. False, with nothing changed, when another version is there, or none.
    func replace(_ record: VaultRecord) async throws(StoreError) -> Bool

    /// Removes a record. One that is not there is no failure.
    func remove(_ kind: VaultRecord.Kind, named name: String) async throws(StoreError)
}

/// One sealed key.
public struct VaultRecord: Hashable, Sendable {
    /// The raw values are stored: they never change.
    public enum Kind: String, CaseIterable, Sendable {
        case ledgerKey = "ledger-key"
        case signingKey = "signing-key"
    }

    public let kind: Kind
    public let name: String
    /// From when on the key is in use; readable without opening it.
    public var since: Timestamp
    public var sealed: [UInt8]
    /// How often it was written.
    public var version: Int

    public init(kind: Kind, name: String, since: Timestamp, sealed: [UInt8], version: Int = 1) {
        self.kind = kind
        self.name = name
        self.since = since
        self.sealed = sealed
        self.version = version
    }
}
