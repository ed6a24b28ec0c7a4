/// What can be asked inside a snapshot or a transaction. Everything throws `StoreFault`.
package protocol Asking: ~Copyable {
    var connection: Connection { get }
}

extension Asking where Self: ~Copyable {
    /// The first row, if there is one. Ask for no more than one: LIMIT 1 where the key does not say so.
    package func first<T, each Value: SQLBindable>(
        _ sql: StaticString, _ values: repeat each Value,
        as read: (borrowing Row) throws(StoreFault) -> T
    ) throws(StoreFault) -> T? {
        let statement = try begin(sql, repeat each values)
        defer { statement.reset() }
        return try step(statement) ? try read(Row(statement)) : nil
    }

    /// Every row, in order. Ask with a LIMIT.
    package func all<T, each Value: SQLBindable>(
        _ sql: StaticString, _ values: repeat each Value,
        as read: (borrowing Row) throws(StoreFault) -> T
    ) throws(StoreFault) -> [T] {
        let statement = try begin(sql, repeat each values)
        defer { statement.reset() }
        var rows: [T] = []
        while try step(statement) { rows.append(try read(Row(statement))) }
        return rows
    }

    private func begin<each Value: SQLBindable>(
        _ sql: StaticString, _ values: repeat each Value
    ) throws(StoreFault) -> Statement {
        do throws(SQLiteError) {
            let statement = try connection.idle(sql)
            try statement.begin(repeat each values)
            return statement
        } catch {
            throw connection.note(error)
        }
    }

    private func step(_ statement: Statement) throws(StoreFault) -> Bool {
        do throws(SQLiteError) { return try statement.step() } catch { throw connection.note(error) }
    }
}

/// One moment of the database, for reading.
package struct Snapshot: Asking, ~Copyable {
    package let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }
}

/// The writer's transaction, as one operation sees it: all that it does is kept, or none.
package struct Transaction: Asking, ~Copyable {
    package let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Runs a statement to its end and says how many rows it changed.
    @discardableResult
    package func run<each Value: SQLBindable>(
        _ sql: StaticString, _ values: repeat each Value
    ) throws(StoreFault) -> Int {
        do throws(SQLiteError) {
            return try connection.run(sql, repeat each values)
        } catch {
            throw connection.note(error)
        }
    }
}
