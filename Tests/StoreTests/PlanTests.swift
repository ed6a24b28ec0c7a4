import CSQLite
import Foundation
import Testing

@testable import Store

/// How SQLite goes about every statement of the tables, read from their source files.
@Suite struct PlanTests {
    private static let large = [
        "account", "contact", "device", "session", "flow", "message", "history", "ledger_slot", "vault",
    ]

    /// A courier that finds nothing at the head of the queue goes through it, as far as it is long: what waits
    /// for a retry is dropped when its code is over.
    private static let allowed = ["SCAN message"]

    static let statements: [String] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Store/SQLite/Tables")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var statements: [String] = []
        while let file = files?.nextObject() as? URL {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            let literals = text.matches(
                of:
                    /"""\s+((?:SELECT|INSERT|UPDATE|DELETE)[^"]*)"""|"((?:SELECT|INSERT|UPDATE|DELETE) [^"]*)"/
            )
            statements += literals.map { String($0.output.1 ?? $0.output.2 ?? "") }
        }
        return statements
    }()

    @Test func `the statements are found`() {
        #expect(Self.statements.count > 50)
    }

    @Test(arguments: statements) func `no large table is gone through from end to end`(
        statement: String
    ) throws {
        let scratch = try Scratch()
        try scratch.open().close()
        let plan = try Self.plan(of: statement, in: scratch.database)
        for step in plan where !Self.allowed.contains(step) {
            let words = step.split(separator: " ").map(String.init)
            #expect(
                words.first != "SCAN" || words.count < 2 || !Self.large.contains(words[1]),
                "\(statement): \(step)")
            #expect(!step.contains("TEMP B-TREE"), "\(statement): \(step)")
        }
    }

    @Test func `a table that is gone through is noticed`() throws {
        let scratch = try Scratch()
        try scratch.open().close()
        let plan = try Self.plan(of: "SELECT id FROM session WHERE seen_at > 1", in: scratch.database)
        #expect(plan == ["SCAN session"])
    }

    private static func plan(of statement: String, in path: String) throws -> [String] {
        struct Failure: Error { let message: String }
        var connection: OpaquePointer?
        defer { unsafe sqlite3_close_v2(connection) }
        guard unsafe sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
            throw Failure(message: path)
        }
        var handle: OpaquePointer?
        defer { unsafe sqlite3_finalize(handle) }
        guard
            unsafe sqlite3_prepare_v2(connection, "EXPLAIN QUERY PLAN " + statement, -1, &handle, nil)
                == SQLITE_OK
        else { throw Failure(message: unsafe String(cString: sqlite3_errmsg(connection)) + ": " + statement) }
        var steps: [String] = []
        while unsafe sqlite3_step(handle) == SQLITE_ROW {
            guard let text = unsafe sqlite3_column_text(handle, 3) else { continue }
            steps.append(unsafe String(cString: text))
        }
        return steps
    }
}
