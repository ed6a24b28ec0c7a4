import EventLoop

/// The reading connection of one event loop, for reads that touch a few rows. It is used on the loop alone.
///
/// One read transaction serves all the reads of a turn: opening one costs as much as the read. It ends before
/// the loop waits, so that an idle loop never holds the log back.
final class LoopReader {
    private let files: StoreFiles
    private let figures: StoreFigures
    private var connection: Connection?
    /// The writer's count of commits when the open transaction began.
    private var began: UInt64?

    init(files: StoreFiles, figures: StoreFigures) {
        self.files = files
        self.figures = figures
    }

    /// Sees every commit that was answered before the call.
    func read<T>(
        on loop: Loop, _ body: (borrowing Snapshot) throws(StoreFault) -> T
    ) throws(StoreFault) -> T {
        let connection = try begin(on: loop)
        connection.beginOperation()
        do throws(StoreFault) {
            return try body(Snapshot(connection))
        } catch {
            // What a failing disk leaves in the connection is not asked again.
            if error == .unavailable || error == .full { close() }
            throw error
        }
    }

    private func begin(on loop: Loop) throws(StoreFault) -> Connection {
        // Read before the transaction begins: it can only be too old, and then we look again in vain.
        let commits = figures.commits
        if let connection, began == commits { return connection }
        do throws(SQLiteError) {
            let connection = try kept()
            if began == nil {
                loop.atTurnEnd { [weak self] in self?.end() }
            } else {
                try connection.run("COMMIT")
            }
            began = commits
            try connection.run("BEGIN")
            return connection
        } catch {
            close()
            throw StoreFault(error)
        }
    }

    private func kept() throws(SQLiteError) -> Connection {
        if let connection { return connection }
        // Another process may hold the file for an instant, never long: the loop waits.
        let fresh = try Connection(at: files.database, as: .reader, patience: 20)
        connection = fresh
        return fresh
    }

    private func end() {
        guard began != nil, let connection else { return }
        began = nil
        if (try? connection.run("COMMIT")) == nil { self.connection = nil }
    }

    /// The turn's end may still come; it finds nothing to do.
    private func close() {
        connection = nil
        began = nil
    }
}
