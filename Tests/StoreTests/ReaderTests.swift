import EventLoop
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct ReaderTests {
    /// Runs `body` on a loop of its own.
    private func onLoop<T: Sendable>(
        _ body: @escaping @Sendable (Loop, Database, Scratch) async throws -> T
    ) async throws -> T {
        let scratch = try Scratch()
        let group = try LoopGroup(count: 1)
        try group.start()
        let database = try await scratch.openWithNotes(loops: group.loops)
        let loop = group.loops[0]
        let result = await Task(executorPreference: loop) { try await body(loop, database, scratch) }.result
        group.stop()
        database.close()
        return try result.get()
    }

    @Test func `a caller reads what it has written`() async throws {
        try await onLoop { loop, database, _ in
            for id in 1...200 {
                #expect(loop.isCurrent)
                // Opens this turn's transaction before the write.
                _ = try await database.notes()
                try await database.add(id)
                #expect(try await database.notes().count == id)
            }
        }
    }

    @Test func `reads of one turn see one moment, the next turn sees the next`() async throws {
        try await onLoop { loop, database, scratch in
            let other = try Connection(at: scratch.database, as: .writer)
            let before = try await database.notes()
            try other.run("INSERT INTO note (id, text) VALUES (1, 'x')")
            let again = try await database.notes()
            try await loop.sleep(for: .milliseconds(1))
            let after = try await database.notes()
            #expect((before, again, after) == ([], [], [1]))
        }
    }

    @Test func `an idle loop holds nothing back`() async throws {
        try await onLoop { loop, database, scratch in
            _ = try await database.notes()
            try await database.add(1)
            try await loop.sleep(for: .milliseconds(1))
            let other = try Connection(at: scratch.database, as: .writer)
            // Waits for every reader to leave the log.
            #expect(try other.checkpoint(3))
        }
    }

    @Test func `a read that takes too long ends`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        await #expect(throws: StoreFault.tooLong) {
            try await database.readAtLength(within: .milliseconds(20)) { snapshot throws(StoreFault) in
                try snapshot.first(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
                ) { row throws(StoreFault) in try row.integer(0) }
            }
        }
    }

    @Test func `changes of another process are noticed, our own are not`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        try await database.add(1)
        try await database.add(2)
        #expect(database.foreignChanges == 0)
        let other = try scratch.open()
        defer { other.close() }
        try await other.add(3)
        try await database.add(4)
        #expect(database.foreignChanges == 1)
        // Without a write of ours, the writer looks by itself.
        try await other.add(5)
        await until { database.foreignChanges == 2 }
    }
}
