import Testing

@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct ValueTests {
    @Test func `values come back as they went in`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        let texts = ["", "'; DROP TABLE pair; --", "é\u{301}\u{0}z", "emoji 👩🏽‍💻"]
        let blobs: [[UInt8]?] = [[], [0], [0, 255, 0], nil]
        try await database.write { transaction throws(StoreFault) in
            try transaction.run(
                "CREATE TABLE pair (number INTEGER NOT NULL, text TEXT NOT NULL, bytes BLOB) STRICT")
            for (index, text) in texts.enumerated() {
                try transaction.run(
                    "INSERT INTO pair (number, text, bytes) VALUES (?, ?, ?)", index == 0 ? Int64.min : .max,
                    text,
                    blobs[index])
            }
        }
        let rows = try await database.read { snapshot throws(StoreFault) in
            try snapshot.all("SELECT number, text, bytes FROM pair ORDER BY rowid") {
                row throws(StoreFault) in
                (try row.integer(0), try row.text(1), try row.optionalBytes(2))
            }
        }
        #expect(rows.map(\.0) == [.min, .max, .max, .max])
        #expect(rows.map { Array($0.1.utf8) } == texts.map { Array($0.utf8) })
        // An empty blob is no NULL.
        #expect(rows.map(\.2) == blobs)
    }

    @Test func `a value of another kind is a defect`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        await #expect(throws: StoreFault.defect) {
            try await database.read { snapshot throws(StoreFault) in
                try snapshot.first("SELECT 'text'") { row throws(StoreFault) in try row.integer(0) }
            }
        }
        await #expect(throws: StoreFault.defect) {
            try await database.read { snapshot throws(StoreFault) in
                try snapshot.first("SELECT 1") { row throws(StoreFault) in try row.integer(1) }
            }
        }
        await #expect(throws: StoreFault.defect) {
            try await database.read { snapshot throws(StoreFault) in
                try snapshot.first("SELECT ?, ?", 1) { row throws(StoreFault) in try row.integer(0) }
            }
        }
    }

    @Test func `a double-quoted word is never a string`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        await #expect(throws: StoreFault.defect) {
            try await database.read { snapshot throws(StoreFault) in
                try snapshot.first("SELECT \"number_of_epoch\" FROM epoch") { row throws(StoreFault) in
                    try row.text(0)
                }
            }
        }
    }

    @Test func `a statement may run inside itself`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        for id in 1...3 { try await database.add(id) }
        let pairs = try await database.read { snapshot throws(StoreFault) in
            try Self.pairs(in: snapshot, depth: 2)
        }
        #expect(pairs == 9)
    }

    private static func pairs(in snapshot: borrowing Snapshot, depth: Int) throws(StoreFault) -> Int {
        guard depth > 0 else { return 1 }
        return try snapshot.all("SELECT id FROM note") { _ throws(StoreFault) in
            try pairs(in: snapshot, depth: depth - 1)
        }.reduce(0, +)
    }

    @Test func `a second row with the same key is a conflict`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        try await database.add(1)
        await #expect(throws: StoreFault.conflict) { try await database.add(1) }
    }

    @Test func `readers cannot write`() async throws {
        let scratch = try Scratch()
        let database = try await scratch.openWithNotes()
        defer { database.close() }
        await #expect(throws: StoreFault.self) {
            try await database.read { snapshot throws(StoreFault) in
                try snapshot.first("INSERT INTO note (id, text) VALUES (1, 'x') RETURNING id") {
                    row throws(StoreFault) in try row.integer(0)
                }
            }
        }
        #expect(try await database.notes() == [])
    }
}
