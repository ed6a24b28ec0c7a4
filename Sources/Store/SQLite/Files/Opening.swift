import CSQLite
import Domain
import EventLoop

/// Makes a database, or looks at one, before anyone uses it. It takes the same time for every size of file, but
/// for a small file that was not closed.
struct Opening {
    let files: StoreFiles
    let migrations: [Migration]
    /// How long to wait for other programs.
    let patience: Duration

    /// "LKEY", in the header of every database of ours.
    static let applicationID: Int64 = 0x4C4B_4559

    /// A file that was not closed is read through up to this size: a tenth of a second.
    private static let quickCheckLimit: Int64 = 64 << 20

    private var path: String { files.database }

    /// Returns the locks of the database, with the shared lock for its use taken.
    func prepare(now: Timestamp) throws(StartFault) -> LockFile {
        let locks = try system { () throws(SystemError) in
            try files.makeFolder()
            return try LockFile(at: files.locks)
        }
        guard locks.take(.opening, .alone, until: SystemClock().now() + patience) else {
            throw .locked(path: path)
        }
        defer { locks.release(.opening) }
        let isFirst = locks.take(.use, .alone)
        guard isFirst || locks.take(.use, .shared) else { throw .locked(path: path) }
        try system { () throws(SystemError) in
            if try StoreFiles.make(path) { try StoreFiles.sync(files.folder) }
        }
        try open(isFirst: isFirst, locks, now)
        guard locks.take(.use, .shared) else { throw .locked(path: path) }
        return locks
    }

    private func open(isFirst: Bool, _ locks: LockFile, _ now: Timestamp) throws(StartFault) {
        let wasNotClosed = isFirst && (StoreFiles.size(files.log) ?? 0) > 0
        let connection = try Self.connect(to: path, SQLITE_OPEN_READWRITE, patience)
        guard !connection.isReadOnly else { throw .readOnly(path: path) }
        try Self.identify(connection, path: path, makingNew: true)
        try engine { () throws(SQLiteError) in try connection.prepare(as: .writer) }
        if isFirst {
            try settle(connection, locks)
            try measure(connection)
            if wasNotClosed, (StoreFiles.size(path) ?? 0) <= Self.quickCheckLimit {
                try Self.quickCheck(connection, path: path)
            }
        }
        guard locks.take(.gate, .shared, until: SystemClock().now() + patience) else {
            throw .locked(path: path)
        }
        defer { locks.release(.gate) }
        try Migrator(migrations: migrations, path: path).migrate(connection, now: now)
    }

    /// What an earlier process could not get onto the disk may still look written, in the kernel's cache. Moving
    /// the whole log into the file, and syncing that, leaves nothing behind that only looks so.
    private func settle(_ connection: Connection, _ locks: LockFile) throws(StartFault) {
        guard locks.take(.gate, .alone, until: SystemClock().now() + patience) else {
            throw .locked(path: path)
        }
        defer { locks.release(.gate) }
        let isWhole = try engine { () throws(SQLiteError) in
            try connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
        }
        guard isWhole else { throw .locked(path: path) }
    }

    /// A file that was cut off opens well, and fails at the first row that is missing.
    private func measure(_ connection: Connection) throws(StartFault) {
        let expected = try engine { () throws(SQLiteError) in
            let pages = try connection.number("PRAGMA page_count") ?? 0
            return try pages * (connection.number("PRAGMA page_size") ?? 0)
        }
        let found = StoreFiles.size(path) ?? 0
        guard found >= expected else {
            throw .damaged(path: path, finding: "it is cut off: \(found) bytes of \(expected)")
        }
    }

    // MARK: Shared with restoring and checking

    /// A connection that changes nothing in the file yet.
    static func connect(
        to path: String, _ flags: Int32, _ patience: Duration
    ) throws(StartFault) -> Connection {
        do throws(SQLiteError) {
            let connection = try Connection(at: path, flags: flags)
            connection.waitForOthers(milliseconds: Int32(clamping: patience.clampedNanoseconds / 1_000_000))
            try connection.harden()
            return connection
        } catch {
            throw StartFault(error, path: path)
        }
    }

    /// Refuses the file of another program, before anything is changed in it.
    static func identify(
        _ connection: Connection, path: String, makingNew: Bool
    ) throws(StartFault) {
        do throws(SQLiteError) {
            let id = try connection.number("PRAGMA application_id")
            if id == applicationID { return }
            let isEmpty = try connection.number("SELECT count(*) FROM sqlite_schema") == 0
            guard makingNew, id == 0, isEmpty else { throw SQLiteError(code: SQLITE_OK, message: "") }
            try connection.run("PRAGMA application_id=0x4C4B4559")
        } catch {
            throw error.code == SQLITE_OK ? .foreign(path: path) : StartFault(error, path: path)
        }
    }

    /// Reads every page.
    static func quickCheck(_ connection: Connection, path: String) throws(StartFault) {
        do throws(SQLiteError) {
            let findings = try connection.lines("PRAGMA quick_check(1)")
            guard findings == ["ok"] else {
                throw SQLiteError(code: SQLITE_CORRUPT, message: findings.first ?? "no answer")
            }
        } catch {
            throw StartFault(error, path: path)
        }
    }

    private func engine<T>(_ work: () throws(SQLiteError) -> T) throws(StartFault) -> T {
        do throws(SQLiteError) { return try work() } catch { throw StartFault(error, path: path) }
    }

    private func system<T>(_ work: () throws(SystemError) -> T) throws(StartFault) -> T {
        do throws(SystemError) { return try work() } catch { throw StartFault(error, path: path) }
    }
}
