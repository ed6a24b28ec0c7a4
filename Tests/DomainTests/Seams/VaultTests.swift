import Domain
import Doubles
import StoreContract
import Testing

@Suite struct VaultTests {
    @Test(arguments: VaultContract.rules)
    func `a vault in memory keeps the contract`(rule: VaultContract) async throws {
        try await rule.check(MemoryVault())
    }

    @Test func `a rule that is broken is noticed`() async throws {
        for rule in VaultContract.rules {
            await #expect(throws: (any Error).self, "\(rule)") { try await rule.check(ForgetfulVault()) }
        }
    }
}

/// Answers as if it had kept something, and keeps nothing.
private struct ForgetfulVault: Vault {
    func records(of kind: VaultRecord.Kind) async throws(StoreError) -> [VaultRecord] {
        [VaultRecord(kind: kind, name: "", since: Timestamp(milliseconds: 0), sealed: [])]
    }

    func insert(_ record: VaultRecord) async throws(StoreError) -> VaultRecord { record }
    func replace(_ record: VaultRecord) async throws(StoreError) -> Bool { true }
    func remove(_ kind: VaultRecord.Kind, named name: String) async throws(StoreError) {}
}
