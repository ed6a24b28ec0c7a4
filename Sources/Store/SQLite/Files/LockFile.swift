import CSQLite
import EventLoop
import Glibc

/// The locks between the processes that share a database, on bytes of a file of their own beside it.
///
/// Not on the database: closing any descriptor of that file would drop the locks that SQLite itself holds on it
/// in this process. The locks end with the process, however it ends.
final class LockFile: Sendable {
    enum Place: Int {
        /// Shared by everyone who has the database open; alone by who replaces it.
        case use = 0
        /// Shared by who commits; alone by who checkpoints. SQLite before 3.51.3 loses commits when another
        /// connection resets the log under a running checkpoint (sqlite.org/wal.html#walresetbug).
        case gate = 1
        /// Alone by who opens: files are made and migrated by one at a time.
        case opening = 2
    }

    enum Sharing {
        case shared, alone
    }

    private let descriptor: FileDescriptor

    init(at path: String) throws(SystemError) {
        let number = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw SystemError("open \(path)", code: errno) }
        descriptor = FileDescriptor(owning: number)
    }

    /// Whether the lock was there to be had. What we hold already changes its kind.
    func take(_ place: Place, _ sharing: Sharing) -> Bool {
        set(place, sharing == .shared ? F_RDLCK : F_WRLCK)
    }

    /// Asks again until `deadline`.
    func take(_ place: Place, _ sharing: Sharing, until deadline: MonotonicTime) -> Bool {
        while !take(place, sharing) {
            guard SystemClock().now() < deadline else { return false }
            usleep(1000)
        }
        return true
    }

    func release(_ place: Place) {
        _ = set(place, F_UNLCK)
    }

    private func set(_ place: Place, _ kind: Int32) -> Bool {
        var lock = flock()
        lock.l_type = Int16(kind)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = off_t(place.rawValue)
        lock.l_len = 1
        return unsafe fcntl(descriptor.number, latchkey_F_OFD_SETLK, &lock) == 0
    }
}
