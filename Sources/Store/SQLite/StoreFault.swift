import CSQLite

/// Why an operation on the store was not done.
///
/// Nothing of it was saved, with one exception: after `.unavailable` a process that is killed before it has
/// recovered may find the operation done when it starts again. Whoever asks again must be content with either.
public enum StoreFault: Error, Hashable, Sendable {
    /// Too much is waiting, or another process writes for too long. Asking again later may help.
    case busy
    /// A row that must be the only one is there already, or one that must be there is not.
    case conflict
    /// The disk is full.
    case full
    /// The engine cannot read or write, was closed, or does not trust its file until it has recovered.
    case unavailable
    /// A read took longer than it may.
    case tooLong
    /// A statement, or a value in a row, is not what the program believes: an error in the program or a file
    /// that was changed from outside.
    case defect
}

extension StoreFault {
    init(_ error: SQLiteError) {
        switch error.primary {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .full
        case SQLITE_INTERRUPT: self = .tooLong
        case SQLITE_CONSTRAINT: self = Self.isConflict(error.code) ? .conflict : .defect
        case SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_TOOBIG, SQLITE_AUTH:
            self = .defect
        default: self = .unavailable
        }
    }

    /// CHECK, NOT NULL and datatype constraints are broken by programs alone.
    private static func isConflict(_ code: Int32) -> Bool {
        switch code & 0xFFFF {
        case Constraint.unique, Constraint.primaryKey, Constraint.foreignKey, Constraint.rowID: true
        default: false
        }
    }

    /// Swift does not import SQLite's extended codes, which are sums of shifted macros.
    private enum Constraint {
        static let foreignKey = SQLITE_CONSTRAINT | 3 << 8
        static let primaryKey = SQLITE_CONSTRAINT | 6 << 8
        static let unique = SQLITE_CONSTRAINT | 8 << 8
        static let rowID = SQLITE_CONSTRAINT | 10 << 8
    }
}
