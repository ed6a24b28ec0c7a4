import CSQLite

/// What SQLite answered when it did not do what it was asked.
package struct SQLiteError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The extended result code.
    let code: Int32
    /// In SQLite's words. It names tables and columns, never a value.
    let message: String

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    /// What failed last on this connection.
    init(_ code: Int32, on connection: OpaquePointer?) {
        let message = unsafe String(cString: sqlite3_errmsg(connection))
        // A connection that could not be opened has no code of its own.
        let extended = unsafe connection == nil ? code : sqlite3_extended_errcode(connection)
        self.init(code: extended & 0xFF == code & 0xFF ? extended : code, message: message)
    }

    /// The result code without its extension.
    var primary: Int32 { code & 0xFF }

    package var description: String { "\(message) (SQLite code \(code))" }
}
