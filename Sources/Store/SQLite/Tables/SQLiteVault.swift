public import Domain

extension SQLiteStore: Vault {
    public func records(of kind: VaultRecord.Kind) async throws(StoreError) -> [VaultRecord] {
        try await read { snapshot throws(StoreFault) in
            try snapshot.all(
                "SELECT name, since, sealed, version FROM vault WHERE kind = ? ORDER BY name", kind.rawValue
            ) { row throws(StoreFault) in
                VaultRecord(
                    kind: kind, name: try row.text(0), since: try row.time(1), sealed: try row.bytes(2),
                    version: try row.count(3))
            }
        }
    }

    public func insert(_ record: VaultRecord) async throws(StoreError) -> VaultRecord {
        try await write { transaction throws(StoreFault) in
            try transaction.run(
                """
                INSERT INTO vault (kind, name, since, sealed, version) VALUES (?, ?, ?, ?, 1)
                ON CONFLICT (kind, name) DO NOTHING
                """, record.kind.rawValue, record.name, record.since, record.sealed)
            let present = try transaction.first(
                "SELECT since, sealed, version FROM vault WHERE kind = ? AND name = ?", record.kind.rawValue,
                record.name
            ) { row throws(StoreFault) in
                VaultRecord(
                    kind: record.kind, name: record.name, since: try row.time(0), sealed: try row.bytes(1),
                    version: try row.count(2))
            }
            guard let present else { throw StoreFault.defect }
            return present
        }
    }

    public func replace(_ record: VaultRecord) async throws(StoreError) -> Bool {
        try await write { transaction throws(StoreFault) in
            try transaction.run(
                """
                UPDATE vault SET since = ?, sealed = ?, version = version + 1
                WHERE kind = ? AND name = ? AND version = ?
                """, record.since, record.sealed, record.kind.rawValue, record.name, record.version) == 1
        }
    }

    public func remove(_ kind: VaultRecord.Kind, named name: String) async throws(StoreError) {
        try await write { transaction throws(StoreFault) in
            _ = try transaction.run("DELETE FROM vault WHERE kind = ? AND name = ?", kind.rawValue, name)
        }
    }
}
