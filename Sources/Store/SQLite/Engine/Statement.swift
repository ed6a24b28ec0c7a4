import CSQLite

/// A prepared statement: the one owner of its handle, used on the thread of its connection alone.
@safe final class Statement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    /// Whether it leaves the database as it is.
    let isReadOnly: Bool
    /// While it runs, nobody else may bind or step it.
    private(set) var isRunning = false

    init(_ sql: StaticString, on connection: OpaquePointer) throws(SQLiteError) {
        var handle: OpaquePointer?
        let code = sql.withUTF8Buffer { text in
            unsafe text.withMemoryRebound(to: CChar.self) { text in
                unsafe sqlite3_prepare_v3(
                    connection, text.baseAddress, Int32(text.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
            }
        }
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code, on: connection) }
        guard let handle = unsafe handle else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "a statement without words")
        }
        unsafe self.handle = handle
        isReadOnly = unsafe sqlite3_stmt_readonly(handle) != 0
        unsafe self.connection = connection
    }

    deinit {
        unsafe sqlite3_finalize(handle)
    }

    var parameterCount: Int { unsafe Int(sqlite3_bind_parameter_count(handle)) }

    /// Binds `values`, and keeps the statement from others until `reset`.
    func begin<each Value: SQLBindable>(_ values: repeat each Value) throws(SQLiteError) {
        isRunning = true
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            let code = unsafe value.bind(to: handle, at: index)
            guard code == SQLITE_OK else {
                let error = unsafe SQLiteError(code, on: connection)
                reset()
                throw error
            }
        }
        guard Int(index) == parameterCount else {
            reset()
            throw SQLiteError(code: SQLITE_RANGE, message: "\(index) values for \(parameterCount) places")
        }
    }

    /// Whether there is a row.
    func step() throws(SQLiteError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw unsafe SQLiteError(code, on: connection)
        }
    }

    /// Frees what was bound, so that no value outlives its operation in memory.
    func reset() {
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
        isRunning = false
    }

    // MARK: The row it stands on

    var columnCount: Int { unsafe Int(sqlite3_data_count(handle)) }

    func kind(_ column: Int) -> Int32 { unsafe sqlite3_column_type(handle, Int32(column)) }

    func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

    func bytes(_ column: Int) -> [UInt8] {
        // First the value, then its size: SQLite's order (sqlite3_column_bytes).
        let start = unsafe sqlite3_column_blob(handle, Int32(column))
        let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    func text(_ column: Int) -> String {
        let start = unsafe sqlite3_column_text(handle, Int32(column))
        let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
