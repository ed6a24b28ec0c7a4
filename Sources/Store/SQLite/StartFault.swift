import CSQLite
import EventLoop
import Glibc

/// Why a database could not be opened, for whoever started the program: what is wrong and what to do.
public enum StartFault: Error, Equatable, Sendable {
    case cannotOpen(path: String, reason: String)
    case readOnly(path: String)
    case notADatabase(path: String)
    case foreign(path: String)
    case damaged(path: String, finding: String)
    case newerSchema(path: String, found: Int, known: Int)
    case changedMigration(path: String, number: Int)
    case locked(path: String)
    case full(path: String)
}

extension StartFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "cannot open the database \(path): \(reason)"
        case .readOnly(let path):
            "cannot write to the database \(path): give this user the right to write the file and its folder, "
                + "or mount the file system for writing"
        case .notADatabase(let path):
            "\(path) is not a database: set store.url to another file, or restore a backup with latchkey restore"
        case .foreign(let path):
            "\(path) is the database of another program: set store.url to another file"
        case .damaged(let path, let finding):
            "the database \(path) is damaged (\(finding)): keep the file, and restore a backup with latchkey restore"
        case .newerSchema(let path, let found, let known):
            "the database \(path) was made by a newer version (schema \(found), this version knows \(known)): "
                + "run that version or a later one"
        case .changedMigration(let path, let number):
            "schema step \(number) in the database \(path) is not the one in this program: one of the two was "
                + "changed; run the version that made the database"
        case .locked(let path):
            "another program holds the database \(path) for itself: end it, and start again"
        case .full(let path):
            "no space left for the database \(path): free some, and start again"
        }
    }
}

extension StartFault {
    init(_ error: SQLiteError, path: String) {
        self =
            switch error.primary {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path)
            case SQLITE_READONLY: .readOnly(path: path)
            case SQLITE_CORRUPT: .damaged(path: path, finding: error.message)
            case SQLITE_FULL: .full(path: path)
            case SQLITE_NOTADB: .notADatabase(path: path)
            default: .cannotOpen(path: path, reason: error.description)
            }
    }

    init(_ error: SystemError, path: String) {
        self =
            switch error.code {
            case EACCES, EPERM, EROFS: .readOnly(path: path)
            case ENOSPC, EDQUOT: .full(path: path)
            default: .cannotOpen(path: path, reason: error.description)
            }
    }
}
