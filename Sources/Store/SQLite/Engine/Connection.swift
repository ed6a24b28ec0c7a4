import CSQLite
import EventLoop
import Glibc

/// An open connection: the one owner of its handle, used by one thread at a time. Not `Sendable`, so that the
/// compiler keeps it where it is.
@safe package final class Connection {
    private let handle: OpaquePointer
    /// Kept by the address of their literal. Literals are finite, so is this.
    private var statements: [UInt: Statement] = [:]
    private let notes = Notes()
    /// What failed inside the last operation, for whoever must decide what else it spoiled.
    private(set) var lastError: SQLiteError?

    /// What SQLite's callbacks write down. They run on the thread that uses the connection.
    private final class Notes {
        var framesInLog = 0
        var deadline = MonotonicTime.distantFuture
    }

    /// Opens an existing file. It has no settings yet: see `Connection+Settings.swift`.
    init(at path: String, flags: Int32) throws(SQLiteError) {
        // Refused once SQLite is in use, and then it has been done.
        _ = latchkey_sqlite_without_memory_statistics()
        var handle: OpaquePointer?
        // Without a mutex of its own: one thread at a time is what this type is for.
        let code = unsafe sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            let error = unsafe SQLiteError(code, on: handle)
            unsafe sqlite3_close_v2(handle)
            throw error
        }
        unsafe self.handle = handle
        unsafe sqlite3_extended_result_codes(handle, 1)
    }

    deinit {
        statements = [:]
        unsafe sqlite3_close_v2(handle)
    }

    /// Remembers `error` and translates it for the operation.
    func note(_ error: SQLiteError) -> StoreFault {
        lastError = error
        return StoreFault(error)
    }

    /// Whether the present operation may have changed something.
    private(set) var hasChanged = false

    func beginOperation() {
        lastError = nil
        hasChanged = false
    }

    /// SQLite falls back to reading when it may not write.
    var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") != 0 }

    // MARK: Statements

    /// Runs a statement to its end and says how many rows it changed.
    @discardableResult
    func run<each Value: SQLBindable>(
        _ sql: StaticString, _ values: repeat each Value
    ) throws(SQLiteError) -> Int {
        let statement = try idle(sql)
        try statement.begin(repeat each values)
        defer { statement.reset() }
        while try statement.step() {}
        return unsafe Int(sqlite3_changes(handle))
    }

    /// A statement that nobody runs: the kept one, or a new one when that is running further out.
    func idle(_ sql: StaticString) throws(SQLiteError) -> Statement {
        let key = unsafe UInt(bitPattern: sql.utf8Start)
        if let kept = statements[key], !kept.isRunning {
            if !kept.isReadOnly { hasChanged = true }
            return kept
        }
        let fresh = try unsafe Statement(sql, on: handle)
        if !fresh.isReadOnly { hasChanged = true }
        if statements[key] == nil { statements[key] = fresh }
        return fresh
    }

    /// The first column of the first row, for pragmas that answer a number.
    func number(_ sql: StaticString) throws(SQLiteError) -> Int64? {
        let statement = try idle(sql)
        try statement.begin()
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : nil
    }

    /// The first column of every row, for pragmas that answer in words.
    func lines(_ sql: StaticString) throws(SQLiteError) -> [String] {
        let statement = try idle(sql)
        try statement.begin()
        defer { statement.reset() }
        var lines: [String] = []
        while try statement.step() { lines.append(statement.text(0)) }
        return lines
    }

    /// Runs every statement of a migration. The only way for words that are no literal, and it is not open to
    /// anybody else.
    func runScript(_ script: [UInt8]) throws(SQLiteError) {
        let code = unsafe String(decoding: script, as: UTF8.self).withCString { text in
            unsafe sqlite3_exec(handle, text, nil, nil, nil)
        }
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code, on: handle) }
    }

    /// False inside a transaction. SQLite leaves one on its own after some errors.
    var isIdle: Bool { unsafe sqlite3_get_autocommit(handle) != 0 }

    func set(_ option: Int32, _ on: Bool) throws(SQLiteError) {
        let code = unsafe latchkey_sqlite_set(handle, option, on ? 1 : 0)
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code, on: handle) }
    }

    func waitForOthers(milliseconds: Int32) {
        unsafe sqlite3_busy_timeout(handle, milliseconds)
    }

    // MARK: The write-ahead log

    /// How many frames the log held after the last commit of this connection.
    var framesInLog: Int { notes.framesInLog }

    func countFrames() {
        let notes = unsafe Unmanaged.passUnretained(self.notes).toOpaque()
        unsafe sqlite3_wal_hook(
            handle,
            { notes, _, _, frames in
                guard let notes = unsafe notes else { return SQLITE_OK }
                unsafe Unmanaged<Notes>.fromOpaque(notes).takeUnretainedValue().framesInLog = Int(frames)
                return SQLITE_OK
            }, notes)
    }

    /// Moves the log into the file as far as readers allow; true when all of it is there. Throws when the disk
    /// does not do its part.
    func checkpoint(_ mode: Int32) throws(SQLiteError) -> Bool {
        var (frames, moved): (Int32, Int32) = (0, 0)
        let code = unsafe sqlite3_wal_checkpoint_v2(handle, "main", mode, &frames, &moved)
        switch code & 0xFF {
        case SQLITE_OK:
            if mode != SQLITE_CHECKPOINT_PASSIVE { notes.framesInLog = 0 }
            return frames == moved
        case SQLITE_BUSY, SQLITE_LOCKED: return false
        default: throw unsafe SQLiteError(code, on: handle)
        }
    }

    // MARK: Time limits

    /// Ends every statement that still runs at `deadline` with SQLITE_INTERRUPT.
    func limit(until deadline: MonotonicTime) {
        notes.deadline = deadline
        let notes = unsafe Unmanaged.passUnretained(self.notes).toOpaque()
        // A thousand steps of SQLite's machine take some ten microseconds.
        unsafe sqlite3_progress_handler(
            handle, 1000,
            { notes in
                guard let notes = unsafe notes else { return 0 }
                let deadline = unsafe Unmanaged<Notes>.fromOpaque(notes).takeUnretainedValue().deadline
                return SystemClock().now() < deadline ? 0 : 1
            }, notes)
    }
}
