import Domain

/// Everything that Latchkey keeps, in a SQLite database.
///
/// An operation that decides something is one operation of the writer: facts are read, the step runs and its
/// changes are saved between two moments in which nobody else writes, in this process or another. A step that
/// changes nothing leaves nothing to sync.
public struct SQLiteStore: Sendable {
    let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Reads, decides and saves as one; nil when there is nothing to decide on.
    func decide<Facts, Answer: Sendable>(
        on read: @escaping @Sendable (borrowing Transaction) throws(StoreFault) -> Facts?,
        _ step: @escaping @Sendable (Facts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try await write { transaction throws(StoreFault) in
            guard let facts = try read(transaction) else { return nil }
            let decision = step(facts)
            try transaction.save(decision.changes)
            return decision.answer
        }
    }

    func write<Answer: Sendable>(
        _ operation: @escaping @Sendable (borrowing Transaction) throws(StoreFault) -> Answer
    ) async throws(StoreError) -> Answer {
        do throws(StoreFault) {
            return try await database.write(operation)
        } catch {
            throw StoreError(error)
        }
    }

    /// Reads a few rows, without waiting for whoever writes.
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (borrowing Snapshot) throws(StoreFault) -> Answer
    ) async throws(StoreError) -> Answer {
        do throws(StoreFault) {
            return try await database.read(body)
        } catch {
            throw StoreError(error)
        }
    }

    /// Reads a list.
    func readAtLength<Answer: Sendable>(
        _ body: @escaping @Sendable (borrowing Snapshot) throws(StoreFault) -> Answer
    ) async throws(StoreError) -> Answer {
        do throws(StoreFault) {
            return try await database.readAtLength(body)
        } catch {
            throw StoreError(error)
        }
    }
}

extension StoreError {
    /// What the services need to know. The engine has written the rest to its log.
    init(_ fault: StoreFault) {
        switch fault {
        case .busy, .tooLong: self = .busy
        case .conflict, .full, .unavailable, .defect: self = .unavailable
        }
    }
}
