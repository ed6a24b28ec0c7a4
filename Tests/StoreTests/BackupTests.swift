import Domain
import Foundation
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct BackupTests {
    private let later = Timestamp(milliseconds: 5000)

    private func epoch(_ database: Database) async throws -> [Int64] {
        try await database.read { snapshot throws(StoreFault) in
            try snapshot.all("SELECT number, began_at FROM epoch") { row throws(StoreFault) in
                [try row.integer(0), try row.integer(1)]
            }.flatMap(\.self)
        }
    }

    /// A backup of a database that holds the notes 1 and 2; the database has 3 as well and is closed.
    private func backup(_ scratch: Scratch) async throws -> String {
        let path = scratch.folder + "/backup.db"
        let database = try await scratch.openWithNotes()
        try await database.add(1)
        try await database.add(2)
        try await database.backUp(to: path)
        try await database.add(3)
        database.close()
        return path
    }

    @Test func `a backup is one moment while others write`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        let path = scratch.folder + "/backup.db"
        try await withThrowingTaskGroup { group in
            group.addTask {
                for id in 0..<300 { try await database.add(id, String(repeating: "x", count: 1000)) }
            }
            group.addTask { try await database.backUp(to: path) }
            try await group.waitForAll()
        }
        database.close()
        try Database.check(at: path)
        let copy = try scratch.open(at: path)
        defer { copy.close() }
        let ids = try await copy.notes()
        #expect(ids == Array(0..<Int64(ids.count)))
    }

    @Test func `a backup is for its owner alone and never overwrites`() async throws {
        let scratch = try Scratch()
        let path = try await backup(scratch)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let database = try scratch.open()
        defer { database.close() }
        await #expect(throws: BackupFault.exists(path: path)) { try await database.backUp(to: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
        #expect(!left.contains { $0.contains("partial") })
    }

    @Test func `restoring brings the rows back, begins an epoch and keeps the old file`() async throws {
        let scratch = try Scratch()
        let path = try await backup(scratch)
        let aside = try #require(try Database.restore(from: path, to: scratch.database, now: later))
        let database = try scratch.open()
        #expect(try await database.notes() == [1, 2])
        #expect(try await epoch(database) == [2, 5000])
        database.close()
        let old = try scratch.open(at: aside)
        defer { old.close() }
        #expect(try await old.notes() == [1, 2, 3])
    }

    @Test func `the log of a killed process never meets the restored database`() async throws {
        let scratch = try Scratch()
        let path = try await backup(scratch)
        // A log with content, as a killed process leaves it: its owner is still there, holding no lock of ours.
        let owner = try Connection(at: scratch.database, as: .writer)
        try owner.run("INSERT INTO note (id, text) VALUES (4, 'x')")
        let log = try Data(contentsOf: URL(fileURLWithPath: scratch.database + "-wal"))
        #expect(!log.isEmpty)
        let aside = try #require(try Database.restore(from: path, to: scratch.database, now: later))
        #expect(!FileManager.default.fileExists(atPath: scratch.database + "-wal"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: aside + "-wal")) == log)
        let database = try scratch.open()
        defer { database.close() }
        #expect(try await database.notes() == [1, 2])
    }

    @Test func `restoring is refused while somebody uses the database`() async throws {
        let scratch = try Scratch()
        let path = try await backup(scratch)
        let database = try scratch.open()
        #expect(throws: BackupFault.inUse(path: scratch.database)) {
            try Database.restore(from: path, to: scratch.database, now: later)
        }
        #expect(try await database.notes() == [1, 2, 3])
        database.close()
        let probe = try Probe(["hold", scratch.database])
        #expect(try probe.line() == "open")
        #expect(throws: BackupFault.inUse(path: scratch.database)) {
            try Database.restore(from: path, to: scratch.database, now: later)
        }
        #expect(try probe.end() == 0)
        _ = try Database.restore(from: path, to: scratch.database, now: later)
    }

    @Test func `a damaged backup changes nothing`() async throws {
        let scratch = try Scratch()
        let path = try await backup(scratch)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: 2 * 4096)
        try file.write(contentsOf: Data(repeating: 0xAB, count: 8192))
        try file.close()
        #expect(throws: BackupFault.self) {
            try Database.restore(from: path, to: scratch.database, now: later)
        }
        #expect(throws: BackupFault.missing(path: path + "x")) {
            try Database.restore(from: path + "x", to: scratch.database, now: later)
        }
        let database = try scratch.open()
        defer { database.close() }
        #expect(try await database.notes() == [1, 2, 3])
        #expect(try await epoch(database) == [1, 0])
    }

    @Test func `a backup can be restored where there was nothing`() async throws {
        let scratch = try Scratch()
        let path = try await backup(scratch)
        let elsewhere = scratch.folder + "/new/place.db"
        #expect(try Database.restore(from: path, to: elsewhere, now: later) == nil)
        let database = try scratch.open(at: elsewhere)
        defer { database.close() }
        #expect(try await database.notes() == [1, 2])
    }
}
