import EventLoop
import Synchronization
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct WriterTests {
    @Test func `what waits together shares one commit`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        let blocker = try await Blocker(database)
        let before = database.figures.commits
        try await withThrowingTaskGroup { group in
            for id in 0..<100 { group.addTask { try await database.add(id) } }
            await until { database.waiting == 100 }
            try await blocker.release()
            try await group.waitForAll()
        }
        // The one that blocked, and all the others.
        #expect(database.figures.commits - before == 2)
        #expect(try await database.notes().count == 100)
    }

    @Test func `no answer comes before the commit`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        let blocker = try await Blocker(database)
        let isAnswered = Flag()
        let (reached, go) = (Flag(), try EventLoop.Semaphore())
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await database.add(1)
                isAnswered.raise()
            }
            await until { database.waiting == 1 }
            group.addTask {
                try await database.write { _ throws(StoreFault) in
                    reached.raise()
                    go.wait()
                }
            }
            await until { database.waiting == 2 }
            try await blocker.release()
            await until { reached.isUp }
            // The first has run, its transaction is open.
            #expect(!isAnswered.isUp)
            #expect(try await database.notes() == [])
            go.signal()
            try await group.waitForAll()
        }
        #expect(isAnswered.isUp)
        #expect(try await database.notes() == [1])
    }

    @Test func `an operation that throws is undone alone`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        let blocker = try await Blocker(database)
        let before = database.figures.commits
        try await withThrowingTaskGroup { group in
            for id in 0..<9 {
                group.addTask {
                    do throws(StoreFault) {
                        try await database.write { transaction throws(StoreFault) in
                            try transaction.run("INSERT INTO note (id, text) VALUES (?, 'x')", id)
                            if id % 3 == 1 { throw .conflict }
                        }
                        #expect(id % 3 != 1)
                    } catch {
                        #expect(error == .conflict && id % 3 == 1)
                    }
                }
            }
            await until { database.waiting == 9 }
            try await blocker.release()
            try await group.waitForAll()
        }
        #expect(database.figures.commits - before == 2)
        #expect(try await database.notes() == [0, 2, 3, 5, 6, 8])
    }

    @Test func `a refusal before any change costs the others nothing`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        let blocker = try await Blocker(database)
        let runs = Count()
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await database.write { transaction throws(StoreFault) in
                    runs.add()
                    try transaction.run("INSERT INTO note (id, text) VALUES (1, 'x')")
                }
            }
            await until { database.waiting == 1 }
            group.addTask {
                await #expect(throws: StoreFault.conflict) {
                    try await database.write { _ throws(StoreFault) in throw .conflict }
                }
            }
            await until { database.waiting == 2 }
            try await blocker.release()
            try await group.waitForAll()
        }
        #expect(runs.value == 1)
        #expect(try await database.notes() == [1])
    }

    @Test func `when the commit fails nobody is told that it was done`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        try await database.write { transaction throws(StoreFault) in
            try transaction.run("CREATE TABLE reply (note INTEGER NOT NULL REFERENCES note (id)) STRICT")
        }
        let blocker = try await Blocker(database)
        try await withThrowingTaskGroup { group in
            group.addTask {
                await #expect(throws: StoreFault.conflict) { try await database.add(1) }
            }
            await until { database.waiting == 1 }
            group.addTask {
                await #expect(throws: StoreFault.conflict) {
                    try await database.write { transaction throws(StoreFault) in
                        try transaction.run("PRAGMA defer_foreign_keys=ON")
                        try transaction.run("INSERT INTO reply (note) VALUES (77)")
                    }
                }
            }
            await until { database.waiting == 2 }
            try await blocker.release()
            try await group.waitForAll()
        }
        #expect(try await database.notes() == [])
        // And life goes on.
        try await database.add(2)
        #expect(try await database.notes() == [2])
    }

    @Test func `one too many is refused at once`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes(capacity: 3)
        defer { database.close() }
        let blocker = try await Blocker(database)
        try await withThrowingTaskGroup { group in
            for id in 0..<3 { group.addTask { try await database.add(id) } }
            await until { database.waiting == 3 }
            await #expect(throws: StoreFault.busy) { try await database.add(3) }
            try await blocker.release()
            try await group.waitForAll()
        }
        #expect(try await database.notes() == [0, 1, 2])
    }

    @Test func `a cancelled caller leaves nothing half done`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        let blocker = try await Blocker(database)
        let caller = Task { try await database.add(1) }
        await until { database.waiting == 1 }
        caller.cancel()
        try await blocker.release()
        try await caller.value
        #expect(try await database.notes() == [1])
    }

    @Test func `closing finishes what waits and refuses what comes`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        let blocker = try await Blocker(database)
        let caller = Task { try await database.add(1) }
        await until { database.waiting == 1 }
        try await blocker.release()
        database.close()
        try await caller.value
        await #expect(throws: StoreFault.unavailable) { try await database.add(2) }
        let again = try scratch.open()
        defer { again.close() }
        #expect(try await again.notes() == [1])
    }

    @Test func `chores run in steps until there is nothing left`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        for id in 0..<25 { try await database.add(id) }
        let steps = Mutex<[Int]>([])
        database.everyNowAndThen(.zero, limit: 10) { transaction, limit throws(StoreFault) in
            let found = try transaction.run(
                "DELETE FROM note WHERE id IN (SELECT id FROM note ORDER BY id LIMIT ?)", limit)
            steps.withLock { $0.append(found) }
            return found
        }
        // The fourth begins when the third is durable.
        await until { steps.withLock { $0.count } >= 4 }
        #expect(steps.withLock { Array($0.prefix(3)) } == [10, 10, 5])
        #expect(try await database.notes() == [])
    }

    @Test func `the log begins anew however much is written`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        let text = String(repeating: "x", count: 100_000)
        // 25 pages each: 60 MB in all.
        for id in 0..<600 { try await database.add(id, text) }
        let size = try #require(StoreFiles.size(scratch.database + "-wal"))
        #expect(size < 24 << 20, "the log holds \(size) bytes")
        #expect(database.figures.checkpoints > 0)
    }
}
