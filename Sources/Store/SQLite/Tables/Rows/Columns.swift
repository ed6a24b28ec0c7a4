import CSQLite
import Domain

extension Identifier: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe bytes.bind(to: statement, at: index)
    }
}

extension Timestamp: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe milliseconds.bind(to: statement, at: index)
    }
}

extension UInt32: SQLBindable {
    package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe Int64(self).bind(to: statement, at: index)
    }
}

extension Row {
    func identifier<Noun>(_ column: Int) throws(StoreFault) -> Identifier<Noun> {
        guard let id = Identifier<Noun>(bytes: try bytes(column)) else { throw .defect }
        return id
    }

    func optionalIdentifier<Noun>(_ column: Int) throws(StoreFault) -> Identifier<Noun>? {
        try isNull(column) ? nil : identifier(column)
    }

    func time(_ column: Int) throws(StoreFault) -> Timestamp {
        Timestamp(milliseconds: try integer(column))
    }

    func optionalTime(_ column: Int) throws(StoreFault) -> Timestamp? {
        try optionalInteger(column).map(Timestamp.init(milliseconds:))
    }

    func number(_ column: Int) throws(StoreFault) -> UInt32 {
        guard let number = UInt32(exactly: try integer(column)) else { throw .defect }
        return number
    }

    func count(_ column: Int) throws(StoreFault) -> Int {
        Int(try integer(column))
    }

    func word<Word: RawRepresentable<String>>(_ column: Int) throws(StoreFault) -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw .defect }
        return word
    }

    /// The five columns of an account of the ledger.
    func guesses(from column: Int) throws(StoreFault) -> GuessAccount {
        GuessAccount(
            short: GuessBucket(count: try count(column), anchor: try time(column + 1)),
            long: GuessBucket(count: try count(column + 2), anchor: try time(column + 3)),
            noticedAt: try optionalTime(column + 4))
    }
}

extension Asking where Self: ~Copyable {
    /// Reads a record of `table`. What cannot be read is a defect, and the cause is left for the log.
    func reading<Value>(
        _ table: StaticString, _ body: () throws(RecordFault) -> Value
    ) throws(StoreFault) -> Value {
        do throws(RecordFault) {
            return try body()
        } catch {
            throw connection.note(
                SQLiteError(code: SQLITE_MISMATCH, message: "a record of \(table) cannot be read: \(error)"))
        }
    }
}
