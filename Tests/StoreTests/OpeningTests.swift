import Foundation
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct OpeningTests {
    /// The number of the step after the last one.
    private static let next = [Migration].all.count + 1

    private static let newer =
        [Migration].all + [
            Migration(number: next, name: "new", script: Array("CREATE TABLE new (id INTEGER) STRICT".utf8))
        ]

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    /// What the operator reads when a database cannot be opened.
    private func refusal(_ scratch: Scratch, patience: Duration = .milliseconds(50)) -> String? {
        do throws(StartFault) {
            try scratch.open(patience: patience).close()
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `a new database is for its owner alone`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        #expect(try mode(scratch.folder + "/data") == 0o700)
        for suffix in ["", "-wal", "-shm", "-lock"] {
            #expect(try mode(scratch.database + suffix) == 0o600, "\(suffix)")
        }
    }

    @Test func `every setting holds on every kind of connection`() throws {
        let scratch = try Scratch()
        try scratch.open().close()
        for role in [Connection.Role.writer, .reader] {
            let connection = try Connection(at: scratch.database, as: role)
            #expect(try connection.lines("PRAGMA journal_mode") == ["wal"])
            #expect(try connection.number("PRAGMA synchronous") == 2)
            #expect(try connection.number("PRAGMA foreign_keys") == 1)
            #expect(try connection.number("PRAGMA trusted_schema") == 0)
            #expect(try connection.number("PRAGMA cell_size_check") == 1)
            #expect(try connection.number("PRAGMA mmap_size") == 0)
            #expect(try connection.number("PRAGMA wal_autocheckpoint") == 0)
            #expect(try connection.number("PRAGMA query_only") == (role == .reader ? 1 : 0))
        }
    }

    @Test func `a missing step is applied, and what is there stays`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        try await database.add(1)
        database.close()
        let again = try scratch.open(migrations: Self.newer)
        defer { again.close() }
        #expect(try await again.notes() == [1])
        try await again.write { transaction throws(StoreFault) in
            try transaction.run("INSERT INTO new (id) VALUES (1)")
        }
    }

    @Test func `a step that fails leaves nothing of itself`() throws {
        let scratch = try Scratch()
        let broken =
            [Migration].all + [
                Migration(
                    number: Self.next, name: "broken",
                    script: Array("CREATE TABLE half (id INTEGER); WRONG".utf8))
            ]
        #expect(throws: StartFault.self) { try scratch.open(migrations: broken) }
        #expect(refusal(scratch) == nil)
        let connection = try Connection(at: scratch.database, as: .reader)
        #expect(try connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0)
    }

    @Test func `a newer schema is refused`() throws {
        let scratch = try Scratch()
        try scratch.open(migrations: Self.newer).close()
        #expect(
            refusal(scratch)
                == "the database \(scratch.database) was made by a newer version (schema \(Self.next), this version knows \(Self.next - 1)): "
                + "run that version or a later one")
    }

    @Test func `a step that was changed is refused`() throws {
        let scratch = try Scratch()
        let first = [Migration].all[0]
        let changed = [Migration(number: 1, name: first.name, script: first.script + Array("\n".utf8))]
        try scratch.open(migrations: changed).close()
        #expect(
            refusal(scratch)
                == "schema step 1 in the database \(scratch.database) is not the one in this program: one of the "
                + "two was changed; run the version that made the database")
    }

    @Test func `the digest of a step is the published one`() {
        // FNV-1a, 64 bits: draft-eastlake-fnv, test vector "foobar".
        #expect(
            Migration(number: 1, name: "", script: Array("foobar".utf8)).checksum
                == Int64(bitPattern: 0x8594_4171_f739_67e8))
    }

    @Test func `what is no database is refused and left as it is`() throws {
        let scratch = try Scratch()
        let text = Data(String(repeating: "not a database ", count: 1000).utf8)
        try FileManager.default.createDirectory(
            atPath: scratch.folder + "/data", withIntermediateDirectories: true)
        try text.write(to: URL(fileURLWithPath: scratch.database))
        #expect(
            refusal(scratch)
                == "\(scratch.database) is not a database: set store.url to another file, or restore a backup "
                + "with latchkey restore")
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.database)) == text)
    }

    @Test func `another program's database is refused and left as it is`() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.folder + "/data", withIntermediateDirectories: true)
        let foreign = try Connection(at: scratch.database, flags: 0x6)
        try foreign.run("CREATE TABLE theirs (id INTEGER)")
        #expect(
            refusal(scratch)
                == "\(scratch.database) is the database of another program: set store.url to another file")
        #expect(try foreign.lines("PRAGMA journal_mode") == ["delete"])
        #expect(try foreign.number("PRAGMA application_id") == 0)
    }

    @Test func `a file that was cut off is refused`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        for id in 0..<50 { try await database.add(id, String(repeating: "x", count: 2000)) }
        database.close()
        let size = try #require(StoreFiles.size(scratch.database))
        try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.database)).truncate(
            atOffset: UInt64(size / 2))
        let text = try #require(refusal(scratch))
        #expect(text.hasPrefix("the database \(scratch.database) is damaged ("))
        #expect(text.hasSuffix("): keep the file, and restore a backup with latchkey restore"))
    }

    @Test func `a file that another program holds for itself is refused`() throws {
        let scratch = try Scratch()
        try scratch.open().close()
        let holder = try Connection(at: scratch.database, flags: 0x2)
        try holder.run("PRAGMA locking_mode=EXCLUSIVE")
        try holder.run("BEGIN EXCLUSIVE")
        #expect(
            refusal(scratch)
                == "another program holds the database \(scratch.database) for itself: end it, and start again"
        )
    }

    @Test func `damage inside is found by the check`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        for id in 0..<50 { try await database.add(id, String(repeating: "x", count: 2000)) }
        database.close()
        try Database.check(at: scratch.database)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: scratch.database))
        for page in 5..<9 {
            try file.seek(toOffset: UInt64(page * 4096))
            try file.write(contentsOf: Data(repeating: 0xAB, count: 4096))
        }
        try file.close()
        do {
            try Database.check(at: scratch.database)
            Issue.record("damage was not found")
        } catch {
            guard case .damaged = error else { throw error }
        }
    }

    @Test func `several programs that start at once migrate once`() async throws {
        let scratch = try Scratch()
        let probes = try (0..<4).map { _ in try Probe(["hold", scratch.database]) }
        for probe in probes { #expect(try probe.line() == "open") }
        for probe in probes { #expect(try probe.end() == 0) }
        let connection = try Connection(at: scratch.database, as: .reader)
        #expect(try connection.number("SELECT count(*) FROM schema_migrations") == Int64(Self.next - 1))
        #expect(try connection.number("SELECT count(*) FROM epoch") == 1)
    }
}
