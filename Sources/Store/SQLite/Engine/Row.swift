import CSQLite

/// The row on which a statement stands, while the closure that it was lent to runs.
///
/// Every accessor throws `.defect` when the column does not hold what is asked for: tables are STRICT, so only
/// a statement that asks for something else, or a file changed from outside, gets there.
package struct Row: ~Copyable {
    private let statement: Statement

    init(_ statement: Statement) {
        self.statement = statement
    }

    package func integer(_ column: Int) throws(StoreFault) -> Int64 {
        try require(column, SQLITE_INTEGER)
        return statement.integer(column)
    }

    package func bool(_ column: Int) throws(StoreFault) -> Bool {
        switch try integer(column) {
        case 0: false
        case 1: true
        default: throw .defect
        }
    }

    package func text(_ column: Int) throws(StoreFault) -> String {
        try require(column, SQLITE_TEXT)
        return statement.text(column)
    }

    package func bytes(_ column: Int) throws(StoreFault) -> [UInt8] {
        try require(column, SQLITE_BLOB)
        return statement.bytes(column)
    }

    package func isNull(_ column: Int) throws(StoreFault) -> Bool {
        try kind(column) == SQLITE_NULL
    }

    package func optionalInteger(_ column: Int) throws(StoreFault) -> Int64? {
        try isNull(column) ? nil : integer(column)
    }

    package func optionalText(_ column: Int) throws(StoreFault) -> String? {
        try isNull(column) ? nil : text(column)
    }

    package func optionalBytes(_ column: Int) throws(StoreFault) -> [UInt8]? {
        try isNull(column) ? nil : bytes(column)
    }

    private func kind(_ column: Int) throws(StoreFault) -> Int32 {
        guard (0..<statement.columnCount).contains(column) else { throw .defect }
        return statement.kind(column)
    }

    private func require(_ column: Int, _ kind: Int32) throws(StoreFault) {
        guard try self.kind(column) == kind else { throw .defect }
    }
}
