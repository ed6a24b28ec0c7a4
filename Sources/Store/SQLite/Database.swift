public import Domain
public import EventLoop

/// A database in one file: one thread writes for all, every loop reads for itself.
public final class Database: Sendable {
    let files: StoreFiles
    let locks: LockFile
    let longReads: LongReads
    package let figures: StoreFigures
    private let writer: Writer
    private let readers: [(loop: Loop, reader: LoopBound<LoopReader>)]

    /// Opens the database, makes it if there is none, and brings its schema up to date. Blocks: call it before
    /// the loops serve anyone. At most `capacity` operations may wait to be written.
    public convenience init(
        at path: String, loops: [Loop], now: Timestamp, log: Log, capacity: Int = 1024
    ) throws(StartFault) {
        try self.init(
            at: path, loops: loops, now: now, log: log, capacity: capacity, migrations: .all,
            patience: .seconds(5))
    }

    init(
        at path: String, loops: [Loop], now: Timestamp, log: Log, capacity: Int, migrations: [Migration],
        patience: Duration
    ) throws(StartFault) {
        let files = StoreFiles(database: path)
        let locks = try Opening(files: files, migrations: migrations, patience: patience).prepare(now: now)
        let figures = StoreFigures()
        do throws(SystemError) {
            writer = try Writer(
                files: files, locks: locks, figures: figures, capacity: capacity, log: log)
            longReads = try LongReads(files: files, threads: 2)
        } catch {
            throw StartFault(error, path: path)
        }
        readers = loops.map { loop in
            (loop, LoopBound(LoopReader(files: files, figures: figures), handedTo: loop))
        }
        self.files = files
        self.locks = locks
        self.figures = figures
    }

    // MARK: Operations

    /// Runs `operation` on the writer's thread: when it throws, all that it did is undone and nothing else. Returns when the result is durable. Fails with what the operation throws, with `.busy` at
    /// once when too much waits, with `.full` or `.unavailable` when it could not be made durable.
    ///
    /// The operation must not wait for anything. It may be run twice, and only the last run counts.
    @discardableResult
    package func write<T: Sendable>(
        _ operation: @escaping @Sendable (borrowing Transaction) throws(StoreFault) -> T
    ) async throws(StoreFault) -> T {
        try await writer.write(operation)
    }

    /// Reads a few rows: on the caller's loop without suspending, or on a thread of ours when it runs on none.
    /// Sees everything whose `write` has returned.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (borrowing Snapshot) throws(StoreFault) -> T
    ) async throws(StoreFault) -> T {
        for (loop, reader) in readers where loop.isCurrent {
            return try reader.value.read(on: loop, body)
        }
        return try await readAtLength(body)
    }

    /// Reads much, on a thread of ours. Fails with `.tooLong` after `limit`, with `.busy` when too much waits.
    package func readAtLength<T: Sendable>(
        within limit: Duration = .seconds(10),
        _ body: @escaping @Sendable (borrowing Snapshot) throws(StoreFault) -> T
    ) async throws(StoreFault) -> T {
        try await longReads.read(within: limit, body)
    }

    /// Runs `batch` with a limit of rows about every `interval`, when nobody waits to write; again soon after a
    /// step that found as many as it might.
    package func everyNowAndThen(
        _ interval: Duration, limit: Int = 200,
        _ batch: @escaping @Sendable (borrowing Transaction, Int) throws(StoreFault) -> Int
    ) {
        writer.add(Chore(interval: interval, limit: limit, step: batch))
    }

    // MARK: State

    /// How many operations wait for the writer.
    package var waiting: Int { writer.waiting }

    /// False while the database refuses to write because the disk has failed it.
    public var isWritable: Bool { figures.isTrusted }

    /// Grows when another process has changed something: what was kept in memory is to be read again. Seen with
    /// the next write, at the latest after a quarter of a second.
    public var foreignChanges: UInt64 { figures.foreignChanges }

    /// Finishes what was asked for, refuses everything after it, and lets others have the file. Blocks; call it
    /// after the loops have stopped.
    public func close() {
        longReads.stop()
        writer.stop()
        locks.release(.use)
    }
}
