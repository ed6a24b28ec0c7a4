import CSQLite

extension Connection {
    /// What a connection is for.
    enum Role {
        case writer, reader
    }

    /// A connection to a file that was looked at before (`Opening`), with every setting that we rely on.
    /// It waits at most `patience` milliseconds for locks of others.
    convenience init(at path: String, as role: Role, patience: Int32 = 2000) throws(SQLiteError) {
        try self.init(at: path, flags: SQLITE_OPEN_READWRITE)
        waitForOthers(milliseconds: patience)
        try harden()
        try prepare(as: role)
    }

    func prepare(as role: Role) throws(SQLiteError) {
        // Persistent in the file; asking again costs one look.
        guard try lines("PRAGMA journal_mode=WAL") == ["wal"] else {
            throw SQLiteError(code: SQLITE_CANTOPEN, message: "the file system cannot keep a write-ahead log")
        }
        try run("PRAGMA synchronous=FULL")
        try run("PRAGMA foreign_keys=ON")
        // The writer moves the log itself, when nobody waits: see `Checkpointing`.
        try run("PRAGMA wal_autocheckpoint=0")
        switch role {
        case .writer: countFrames()
        case .reader: try run("PRAGMA query_only=ON")
        }
    }

    /// A file may come from anywhere: its schema is not trusted, and damage shows as an error.
    func harden() throws(SQLiteError) {
        try set(SQLITE_DBCONFIG_DEFENSIVE, true)
        try set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        // "x" is a name, never a string: a column that is misspelt is an error.
        try set(SQLITE_DBCONFIG_DQS_DML, false)
        try set(SQLITE_DBCONFIG_DQS_DDL, false)
        try run("PRAGMA cell_size_check=ON")
        // Through a mapping, an I/O error is a signal that ends the process.
        try run("PRAGMA mmap_size=0")
        try run("PRAGMA temp_store=MEMORY")
    }
}
