import EventLoop

/// Reads that take their time, on threads of their own, and those of callers who run on no loop.
final class LongReads: Sendable {
    private let files: StoreFiles
    private let pool: WorkPool

    init(files: StoreFiles, threads: Int) throws(SystemError) {
        self.files = files
        pool = try WorkPool(threads: threads, capacity: 64)
    }

    /// A connection for each: opening one takes a fifth of a millisecond. It ends with `.tooLong` after
    /// `limit`, because the log cannot begin anew while somebody reads in it.
    func read<T: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (borrowing Snapshot) throws(StoreFault) -> T
    ) async throws(StoreFault) -> T {
        let files = self.files
        let result = try await run { () throws(StoreFault) in
            try body(Snapshot(try Self.connect(files, limit)))
        }
        return try result.get()
    }

    private static func connect(_ files: StoreFiles, _ limit: Duration) throws(StoreFault) -> Connection {
        do throws(SQLiteError) {
            let connection = try Connection(at: files.database, as: .reader)
            // It ends with its connection.
            try connection.run("BEGIN")
            connection.limit(until: SystemClock().now() + limit)
            return connection
        } catch {
            throw StoreFault(error)
        }
    }

    /// Does blocking work on a thread of the pool.
    func run<T: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> T
    ) async throws(StoreFault) -> Result<T, Failure> {
        do throws(WorkPoolError) {
            return try await pool.run { () -> Result<T, Failure> in
                do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
            }
        } catch {
            throw error == .busy ? .busy : .unavailable
        }
    }

    func stop() {
        pool.stop()
    }
}
