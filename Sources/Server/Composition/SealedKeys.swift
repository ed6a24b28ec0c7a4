import Crypto
import Domain
import Tokens

/// The keys in the vault, sealed on their way in and opened on their way out. What an older secret sealed is
/// sealed again under the newest, so that the older one may leave the secret file.
struct SealedKeys: Sendable {
    private static let ledgerName = "ledger"
    private static let ledgerContext = "ledger-key"

    private let vault: any Vault
    private let sealer: Sealer

    init(vault: any Vault, secret: ServerSecret) throws(KeyKeeperError) {
        self.vault = vault
        do {
            sealer = try secret.sealer()
        } catch {
            throw .crypto(error)
        }
    }

    /// Whether the vault holds anything that only the secret file opens.
    static func exist(in vault: any Vault) async throws(KeyKeeperError) -> Bool {
        for kind in VaultRecord.Kind.allCases {
            if try await !stored({ () throws(StoreError) in try await vault.records(of: kind) }).isEmpty {
                return true
            }
        }
        return false
    }

    // MARK: The ledger's key

    /// The key of the guess ledger, made where there is none: two processes that begin at once get the same.
    /// One that no secret opens is a failure; a new one would give every guess back
    /// (`docs/decisions/0010-ledger-key.md`).
    func ledgerKey(at now: Timestamp) async throws(KeyKeeperError) -> Secret<[UInt8]> {
        let records = try await records(of: .ledgerKey)
        if let record = records.first(where: { $0.name == Self.ledgerName }) {
            return try await openLedgerKey(record)
        }
        let sealed = try Self.computed { () throws(CryptoError) in
            try sealer.seal(SystemRandom().key(), context: Self.ledgerContext)
        }
        let fresh = VaultRecord(kind: .ledgerKey, name: Self.ledgerName, since: now, sealed: sealed)
        // Another process may have been faster: what counts is what is stored.
        return try await openLedgerKey(insert(fresh))
    }

    private func openLedgerKey(_ record: VaultRecord) async throws(KeyKeeperError) -> Secret<[UInt8]> {
        let opened = try Self.opening(record) { () throws(CryptoError) in
            try sealer.open(record.sealed, context: Self.ledgerContext)
        }
        if !opened.isCurrent {
            try await reseal(record) { () throws(CryptoError) in
                try sealer.seal(opened.value, context: Self.ledgerContext)
            }
        }
        return opened.value
    }

    // MARK: Signing keys

    /// A signing key as it is stored.
    struct StoredSigningKey {
        let id: KeyID
        fileprivate let record: VaultRecord

        var plan: KeyRecord { KeyRecord(id: id, signsFrom: record.since) }
    }

    /// All of them, unopened.
    func signingKeys() async throws(KeyKeeperError) -> [StoredSigningKey] {
        try await records(of: .signingKey).compactMap { record in
            KeyID(record.name).map { StoredSigningKey(id: $0, record: record) }
        }
    }

    func open(_ stored: StoredSigningKey) async throws(KeyKeeperError) -> SigningKey {
        let opened = try Self.opening(stored.record) { () throws(CryptoError) in
            try SigningKey.open(stored.record.sealed, id: stored.id, by: sealer)
        }
        if !opened.isCurrent {
            try await reseal(stored.record) { () throws(CryptoError) in try opened.key.sealed(by: sealer) }
        }
        return opened.key
    }

    /// Makes a key that signs from `start` on.
    func addSigningKey(from start: Timestamp) async throws(KeyKeeperError) {
        let (id, sealed) = try Self.computed { () throws(CryptoError) in
            let key = try SigningKey()
            return (key.id, try key.sealed(by: sealer))
        }
        _ = try await insert(
            VaultRecord(kind: .signingKey, name: id.description, since: start, sealed: sealed))
    }

    func removeSigningKey(_ id: KeyID) async throws(KeyKeeperError) {
        try await Self.stored { () throws(StoreError) in
            try await vault.remove(.signingKey, named: id.description)
        }
    }

    // MARK: The vault

    private func records(of kind: VaultRecord.Kind) async throws(KeyKeeperError) -> [VaultRecord] {
        try await Self.stored { () throws(StoreError) in try await vault.records(of: kind) }
    }

    private func insert(_ record: VaultRecord) async throws(KeyKeeperError) -> VaultRecord {
        try await Self.stored { () throws(StoreError) in try await vault.insert(record) }
    }

    private func reseal(
        _ record: VaultRecord, _ seal: () throws(CryptoError) -> [UInt8]
    ) async throws(KeyKeeperError) {
        var record = record
        record.sealed = try Self.computed(seal)
        // False when another process did the same, or dropped the key: either is as good.
        _ = try await Self.stored { [record] () throws(StoreError) in try await vault.replace(record) }
    }

    private static func stored<Result: Sendable>(
        _ body: () async throws(StoreError) -> Result
    ) async throws(KeyKeeperError) -> Result {
        do {
            return try await body()
        } catch {
            throw .store(error)
        }
    }

    private static func computed<Result>(
        _ body: () throws(CryptoError) -> Result
    ) throws(KeyKeeperError) -> Result {
        do {
            return try body()
        } catch {
            throw .crypto(error)
        }
    }

    private static func opening<Result>(
        _ record: VaultRecord, _ body: () throws(CryptoError) -> Result
    ) throws(KeyKeeperError) -> Result {
        do {
            return try body()
        } catch .engineFailed {
            throw .crypto(.engineFailed)
        } catch {
            throw .sealed(record.kind, name: record.name)
        }
    }
}
