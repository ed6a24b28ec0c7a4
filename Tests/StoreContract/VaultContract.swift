public import Domain

/// What every vault must do, for the tests of each engine to run over: one rule, one test.
public struct VaultContract: Sendable, CustomStringConvertible {
    /// How a vault broke its rule.
    public struct Broken: Error, CustomStringConvertible {
        public let description: String
    }

    public let description: String
    /// Throws `Broken`, or what the vault threw, unless an empty vault keeps the rule.
    public let check: @Sendable (any Vault) async throws -> Void

    public static let rules: [VaultContract] = [
        VaultContract("what was inserted is read, kinds apart, in the order of the names") { vault in
            let (a, b) = (key("a", [1]), key("b", [2, 0, 255]))
            let ledger = VaultRecord(kind: .ledgerKey, name: "a", since: moment, sealed: [])
            for record in [b, a, ledger] { _ = try await vault.insert(record) }
            try await expect(vault.records(of: .signingKey) == [a, b], "signing keys")
            try await expect(vault.records(of: .ledgerKey) == [ledger], "the ledger's key")
        },
        VaultContract("inserting a name again gives back the record that is there") { vault in
            let first = try await vault.insert(key("a", [1]))
            try await expect(vault.insert(key("a", [2])) == first, "the answer")
            try await expect(vault.records(of: .signingKey) == [first], "what is kept")
        },
        VaultContract("of many that insert one name at once all get the same") { vault in
            let answers = try await withThrowingTaskGroup(of: VaultRecord.self) { group in
                for number in UInt8(0)..<32 {
                    group.addTask { try await vault.insert(key("a", [number])) }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            try expect(answers.count == 1, "\(answers.count) answers")
            try await expect(Set(vault.records(of: .signingKey)) == answers, "what is kept")
        },
        VaultContract("a new record has version 1 whatever it was given") { vault in
            var record = key("a", [1])
            record.version = 7
            try await expect(vault.insert(record).version == 1, "the version")
        },
        VaultContract("replacing the stored version counts it up") { vault in
            var record = try await vault.insert(key("a", [1]))
            record.sealed = [2]
            record.since = Timestamp(milliseconds: -1)
            try await expect(vault.replace(record), "the first replacement")
            record.version = 2
            try await expect(vault.records(of: .signingKey) == [record], "what is kept")
            try await expect(vault.replace(record), "the second replacement")
        },
        VaultContract("replacing another version changes nothing") { vault in
            let stored = try await vault.insert(key("a", [1]))
            for version in [0, 2] {
                var record = key("a", [9])
                record.version = version
                try await expect(!vault.replace(record), "version \(version)")
            }
            try await expect(vault.records(of: .signingKey) == [stored], "what is kept")
        },
        VaultContract("of many that replace one version at once one succeeds") { vault in
            let stored = try await vault.insert(key("a", [1]))
            let count = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in UInt8(0)..<32 {
                    var record = stored
                    record.sealed = [number]
                    group.addTask { [record] in try await vault.replace(record) }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try expect(count == 1, "\(count) succeeded")
        },
        VaultContract("what is not there is neither replaced nor missed when removed") { vault in
            try await expect(!vault.replace(key("a", [1])), "the replacement")
            try await vault.remove(.signingKey, named: "a")
            try await expect(vault.records(of: .signingKey).isEmpty, "what is kept")
        },
        VaultContract("removing takes one record of one kind, and its name may come back") { vault in
            let ledger = VaultRecord(kind: .ledgerKey, name: "a", since: moment, sealed: [7])
            for record in [key("a", [1]), key("b", [2]), ledger] { _ = try await vault.insert(record) }
            try await vault.remove(.signingKey, named: "a")
            try await expect(vault.records(of: .signingKey) == [key("b", [2])], "the others")
            try await expect(vault.records(of: .ledgerKey) == [ledger], "the other kind")
            try await expect(vault.insert(key("a", [3])) == key("a", [3]), "the name again")
        },
    ]

    private static let moment = Timestamp(milliseconds: 1_800_000_000_123)

    private init(_ description: String, _ check: @escaping @Sendable (any Vault) async throws -> Void) {
        self.description = description
        self.check = check
    }

    private static func key(_ name: String, _ sealed: [UInt8]) -> VaultRecord {
        VaultRecord(kind: .signingKey, name: name, since: moment, sealed: sealed)
    }

    private static func expect(_ holds: Bool, _ what: String) throws {
        if !holds { throw Broken(description: what) }
    }
}
