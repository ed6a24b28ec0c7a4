import CSQLite

/// A value that may stand in the place of a `?`. There is no other way from a value into a statement: its words
/// are a `StaticString`, which only a literal can make.
package protocol SQLBindable {
    /// Returns SQLite's result code.
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

extension Int64: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, self)
    }
}

extension Int: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Bool: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }
}

extension String: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        guard utf8.count <= Int32.max else { return SQLITE_TOOBIG }
        return unsafe withCString { text in
            unsafe latchkey_sqlite_bind_text(statement, index, text, Int32(utf8.count))
        }
    }
}

extension [UInt8]: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        guard count <= Int32.max else { return SQLITE_TOOBIG }
        // An empty array has no address, and SQLite takes a blob without address for NULL.
        guard !isEmpty else { return unsafe sqlite3_bind_zeroblob(statement, index, 0) }
        return unsafe withUnsafeBytes { bytes in
            unsafe latchkey_sqlite_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count))
        }
    }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .none: unsafe sqlite3_bind_null(statement, index)
        case .some(let value): unsafe value.bind(to: statement, at: index)
        }
    }
}
