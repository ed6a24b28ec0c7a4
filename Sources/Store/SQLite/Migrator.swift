import Domain

/// Brings a schema up to what this program knows, and refuses what it does not know.
struct Migrator {
    let migrations: [Migration]
    let path: String

    private struct Applied {
        let number: Int
        let checksum: Int64
    }

    /// Applies what is missing, each step in a transaction of its own. Call with the lock for opening.
    func migrate(_ connection: Connection, now: Timestamp) throws(StartFault) {
        try engine(connection.run(Self.ledger))
        try check(connection)
        for migration in migrations where migration.number > (try newest(connection)) {
            try apply(migration, on: connection, now: now)
        }
    }

    /// Refuses a newer schema, and steps that are not those of this program.
    func check(_ connection: Connection) throws(StartFault) {
        for applied in try applied(connection) {
            guard let known = migrations.first(where: { $0.number == applied.number }) else {
                throw .newerSchema(
                    path: path, found: try newest(connection), known: migrations.last?.number ?? 0)
            }
            guard known.checksum == applied.checksum else {
                throw .changedMigration(path: path, number: applied.number)
            }
        }
    }

    private func apply(_ migration: Migration, on connection: Connection, now: Timestamp) throws(StartFault) {
        do throws(SQLiteError) {
            try connection.run("BEGIN IMMEDIATE")
            try connection.runScript(migration.script)
            try connection.run(
                "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
                migration.number, migration.name, migration.checksum, now.milliseconds)
            try connection.run("COMMIT")
        } catch {
            if !connection.isIdle { _ = try? connection.run("ROLLBACK") }
            throw StartFault(error, path: path)
        }
    }

    private func newest(_ connection: Connection) throws(StartFault) -> Int {
        try applied(connection).last?.number ?? 0
    }

    private func applied(_ connection: Connection) throws(StartFault) -> [Applied] {
        let snapshot = Snapshot(connection)
        do throws(StoreFault) {
            return try snapshot.all("SELECT number, checksum FROM schema_migrations ORDER BY number") {
                row throws(StoreFault) in
                Applied(number: Int(clamping: try row.integer(0)), checksum: try row.integer(1))
            }
        } catch {
            guard let cause = connection.lastError else {
                throw .damaged(path: path, finding: "the list of schema steps cannot be read")
            }
            throw StartFault(cause, path: path)
        }
    }

    private func engine(_ work: @autoclosure () throws(SQLiteError) -> Int) throws(StartFault) {
        do throws(SQLiteError) { _ = try work() } catch { throw StartFault(error, path: path) }
    }

    private static let ledger: StaticString = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            applied_at INTEGER NOT NULL
        ) STRICT
        """
}
