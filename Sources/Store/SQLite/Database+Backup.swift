import CSQLite
public import Domain
import EventLoop
import Glibc

/// Why a backup was not made, or not restored.
public enum BackupFault: Error, Equatable, Sendable {
    case exists(path: String)
    case inUse(path: String)
    case missing(path: String)
    /// The backup cannot be used, or the copy could not be made.
    case failed(StartFault)
    case busy
}

extension BackupFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .exists(let path): "\(path) exists, and a backup never overwrites: choose another name"
        case .inUse(let path): "the database \(path) is in use: stop the server, then restore"
        case .missing(let path): "there is no backup at \(path)"
        case .failed(let fault): fault.description
        case .busy: "too much is going on; try again"
        }
    }
}

extension Database {
    /// Writes a copy of this moment to `path`, while everything goes on. Returns when it is on the disk; until
    /// then there is no file of that name. The copy holds no deleted rows.
    public func backUp(to path: String) async throws(BackupFault) {
        let source = files.database
        let result: Result<Void, BackupFault>
        do throws(StoreFault) {
            result = try await longReads.run { () throws(BackupFault) in
                try Self.backUp(source, to: path)
            }
        } catch {
            throw .busy
        }
        try result.get()
    }

    private static func backUp(_ source: String, to path: String) throws(BackupFault) {
        guard StoreFiles.size(path) == nil else { throw .exists(path: path) }
        let connection = try failing {
            () throws(StartFault) in try Opening.connect(to: source, SQLITE_OPEN_READWRITE, .seconds(5))
        }
        let partial = "\(path).partial-\(getpid())"
        defer { StoreFiles.remove(partial) }
        try copy(connection, to: partial)
        do throws(SystemError) {
            try StoreFiles.sync(partial)
            // Unlike renaming, this fails when somebody made the file in the meantime.
            try StoreFiles.link(partial, path)
            try StoreFiles.sync(StoreFiles(database: path).folder)
        } catch {
            if error.code == EEXIST { throw .exists(path: path) }
            throw .failed(StartFault(error, path: path))
        }
    }

    /// Puts the backup at `path` in the place of `database`, once it has proved to be whole. The old database
    /// stays beside it, under the name returned; nil when there was none.
    ///
    /// Begins a new epoch: what was made in an older one, sessions and budgets, counts as ended or empty.
    public static func restore(
        from path: String, to database: String, now: Timestamp
    ) throws(BackupFault) -> String? {
        guard StoreFiles.size(path) != nil else { throw .missing(path: path) }
        let files = StoreFiles(database: database)
        let locks = try system(database) { () throws(SystemError) in
            try files.makeFolder()
            return try LockFile(at: files.locks)
        }
        guard locks.take(.opening, .alone), locks.take(.use, .alone) else { throw .inUse(path: database) }
        let partial = "\(database).partial-\(getpid())"
        defer { StoreFiles.remove(partial) }
        let source = try failing { () throws(StartFault) in
            let source = try Opening.connect(to: path, SQLITE_OPEN_READONLY, .seconds(5))
            try Opening.identify(source, path: path, makingNew: false)
            try Migrator(migrations: .all, path: path).check(source)
            return source
        }
        try copy(source, to: partial)
        try failing { () throws(StartFault) in try beginEpoch(partial, named: path, now: now) }
        return try system(database) { () throws(SystemError) in
            try StoreFiles.sync(partial)
            return try exchange(files, partial, now)
        }
    }

    private static func copy(_ connection: Connection, to path: String) throws(BackupFault) {
        _ = try system(path) { () throws(SystemError) in try StoreFiles.make(path) }
        try failing { () throws(StartFault) in
            do throws(SQLiteError) {
                try connection.run("VACUUM INTO ?", path)
            } catch {
                throw StartFault(error, path: path)
            }
        }
    }

    /// Reads the copy through, and marks it as the begin of another life.
    private static func beginEpoch(_ copy: String, named path: String, now: Timestamp) throws(StartFault) {
        let connection = try Opening.connect(to: copy, SQLITE_OPEN_READWRITE, .zero)
        try Opening.quickCheck(connection, path: path)
        do throws(SQLiteError) {
            try connection.run("UPDATE epoch SET number = number + 1, began_at = ?", now.milliseconds)
        } catch {
            throw StartFault(error, path: path)
        }
    }

    /// The old log must never meet the new database: it goes aside before the database comes.
    private static func exchange(
        _ files: StoreFiles, _ partial: String, _ now: Timestamp
    ) throws(SystemError) -> String? {
        let aside = "\(files.database).replaced-\(now.milliseconds)"
        let hadOne = StoreFiles.size(files.database) != nil
        if hadOne { try StoreFiles.link(files.database, aside) }
        if StoreFiles.size(files.log) != nil { try StoreFiles.move(files.log, aside + "-wal") }
        StoreFiles.remove(files.index)
        try StoreFiles.sync(files.folder)
        try StoreFiles.move(partial, files.database)
        try StoreFiles.sync(files.folder)
        return hadOne ? aside : nil
    }

    /// Reads a database through, without changing it, beside whoever uses it.
    public static func check(at path: String) throws(StartFault) {
        let connection = try Opening.connect(to: path, SQLITE_OPEN_READONLY, .seconds(5))
        try Opening.identify(connection, path: path, makingNew: false)
        try Migrator(migrations: .all, path: path).check(connection)
        try Opening.quickCheck(connection, path: path)
    }

    private static func failing<T>(_ work: () throws(StartFault) -> T) throws(BackupFault) -> T {
        do throws(StartFault) { return try work() } catch { throw .failed(error) }
    }

    private static func system<T>(
        _ path: String, _ work: () throws(SystemError) -> T
    ) throws(BackupFault) -> T {
        do throws(SystemError) { return try work() } catch { throw .failed(StartFault(error, path: path)) }
    }
}
