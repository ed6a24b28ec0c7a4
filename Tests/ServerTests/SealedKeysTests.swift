import Crypto
import Domain
import Doubles
import Testing

@testable import Server
@testable import Tokens

@Suite struct SealedKeysTests {
    let vault = MemoryVault()
    let now = ManualTime().now()

    @Test func `the ledger's key is made once and stays`() async throws {
        let first = try await Keys.sealed(vault, Keys.old).ledgerKey(at: now)
        let second = try await Keys.sealed(vault, Keys.old).ledgerKey(at: now)
        #expect(first.reveal() == second.reveal())
        #expect(first.reveal().count == 32)
        #expect(vault.writes == 1)
    }

    @Test func `processes that start at once get one ledger key`() async throws {
        let vault = vault
        let now = now
        let keys = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask { try await Keys.sealed(vault, Keys.old).ledgerKey(at: now).reveal() }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
    }

    @Test func `no new ledger key is made when the secret is lost`() async throws {
        _ = try await Keys.sealed(vault, Keys.lost).ledgerKey(at: now)
        await #expect(throws: KeyKeeperError.sealed(.ledgerKey, name: "ledger")) {
            try await Keys.sealed(vault, Keys.old).ledgerKey(at: now)
        }
        #expect(vault.writes == 1)
    }

    @Test func `what an older secret sealed is sealed under the newest, which then suffices`() async throws {
        let before = try Keys.sealed(vault, Keys.old)
        let ledger = try await before.ledgerKey(at: now)
        try await before.addSigningKey(from: now)
        let both = try Keys.sealed(vault, Keys.new, Keys.old)
        _ = try await both.ledgerKey(at: now)
        for key in try await both.signingKeys() { _ = try await both.open(key) }
        let after = try Keys.sealed(vault, Keys.new)
        #expect(try await after.ledgerKey(at: now).reveal() == ledger.reveal())
        let stored = try #require(try await after.signingKeys().first)
        #expect(try await after.open(stored).id == stored.id)
    }

    @Test func `the vault holds no key in the clear`() async throws {
        let sealed = try Keys.sealed(vault, Keys.old)
        let ledger = try await sealed.ledgerKey(at: now).reveal()
        let record = try #require(try await vault.records(of: .ledgerKey).first)
        #expect(!record.sealed.indices.contains { record.sealed[$0...].starts(with: ledger.prefix(8)) })
    }

    @Test func `one sealed key does not pass for another`() async throws {
        let sealed = try Keys.sealed(vault, Keys.old)
        for _ in 0..<2 { try await sealed.addSigningKey(from: now) }
        var records = try await vault.records(of: .signingKey)
        try #require(records.count == 2)
        records[0].sealed = records[1].sealed
        #expect(try await vault.replace(records[0]))
        let swapped = try #require(try await sealed.signingKeys().first)
        await #expect(throws: KeyKeeperError.self) { try await sealed.open(swapped) }
    }

    @Test func `any sealed key makes the secret file needed`() async throws {
        #expect(try await !SealedKeys.exist(in: vault))
        try await Keys.sealed(vault, Keys.old).addSigningKey(from: now)
        #expect(try await SealedKeys.exist(in: vault))
        let other = MemoryVault()
        _ = try await Keys.sealed(other, Keys.old).ledgerKey(at: now)
        #expect(try await SealedKeys.exist(in: other))
    }
}
