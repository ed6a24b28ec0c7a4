import EventLoop
import Glibc

/// The files of a database, and what must be done to them without SQLite.
///
/// The database itself is never opened here while SQLite may have it open: closing it again would drop SQLite's
/// locks.
struct StoreFiles: Sendable {
    let database: String

    var log: String { database + "-wal" }
    var index: String { database + "-shm" }
    var locks: String { database + "-lock" }

    var folder: String {
        guard let slash = database.lastIndex(of: "/") else { return "." }
        return slash == database.startIndex ? "/" : String(database[..<slash])
    }

    /// Makes the folder, for its owner alone, with those above it.
    func makeFolder() throws(SystemError) {
        try Self.makeFolder(folder)
    }

    private static func makeFolder(_ path: String) throws(SystemError) {
        if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        let code = errno
        guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw SystemError("mkdir \(path)", code: code)
        }
        try makeFolder(String(path[..<slash]))
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw SystemError("mkdir \(path)", code: errno)
        }
    }

    /// Makes an empty file for its owner alone; false when there is a file. SQLite gives the log and its index
    /// the mode of the database.
    static func make(_ path: String) throws(SystemError) -> Bool {
        let number = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard number >= 0 else {
            if errno == EEXIST { return false }
            throw SystemError("open \(path)", code: errno)
        }
        _ = FileDescriptor(owning: number)
        return true
    }

    /// The size in bytes; nil when there is no such file.
    static func size(_ path: String) -> Int64? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return Int64(status.st_size)
    }

    /// Returns when the file, or the entries of the folder, are on the disk.
    static func sync(_ path: String) throws(SystemError) {
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw SystemError("open \(path)", code: errno) }
        let file = FileDescriptor(owning: number)
        guard fsync(file.number) == 0 else { throw SystemError("fsync \(path)", code: errno) }
    }

    /// Gives a file a second name, which must be free.
    static func link(_ old: String, _ new: String) throws(SystemError) {
        guard unsafe Glibc.link(old, new) == 0 else { throw SystemError("link \(new)", code: errno) }
    }

    /// Renames, over a file that is there.
    static func move(_ old: String, _ new: String) throws(SystemError) {
        guard unsafe rename(old, new) == 0 else { throw SystemError("rename \(new)", code: errno) }
    }

    static func remove(_ path: String) {
        unsafe unlink(path)
    }
}
