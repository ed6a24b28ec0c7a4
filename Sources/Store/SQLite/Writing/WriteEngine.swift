import CSQLite
import EventLoop

/// The writer's side of the database: the only connection of this process that writes, and all that it knows.
/// It lives on the writer's thread.
final class WriteEngine {
    private let files: StoreFiles
    private let locks: LockFile
    private let figures: StoreFigures
    private let log: Log
    /// Nil until it is opened, and after a failure that leaves the state of the disk open.
    private var connection: Connection?
    private var recovery = Recovery()
    private var checkpoints = CheckpointPlan()
    private var lastDataVersion: Int64?

    /// How long another process may hold what a commit needs.
    private static let patience: Duration = .seconds(2)

    init(files: StoreFiles, locks: LockFile, figures: StoreFigures, log: Log) {
        self.files = files
        self.locks = locks
        self.figures = figures
        self.log = log
    }

    // MARK: Committing

    /// Why a transaction came to nothing.
    private enum Failure: Error {
        /// For all of its operations.
        case whole(StoreFault)
        /// One operation threw after it had changed something: it has to be undone alone.
        case spoiled
    }

    /// How operations are kept apart. A savepoint for each costs as much as the operation, and operations that
    /// throw after a change are rare: only then is the transaction begun again, with savepoints.
    private enum Separation {
        case none, savepoints
    }

    /// Runs every job, commits once, and answers only then. A job that throws is undone alone.
    func commit(_ jobs: [WriteQueue.Job]) {
        do throws(Failure) {
            finish(jobs, try attempt(jobs, .none))
        } catch .spoiled {
            do throws(Failure) {
                finish(jobs, try attempt(jobs, .savepoints))
            } catch {
                refuse(jobs, error)
            }
        } catch {
            refuse(jobs, error)
        }
    }

    private func finish(_ jobs: [WriteQueue.Job], _ answers: [@Sendable () -> Void]) {
        figures.committed(operations: jobs.count)
        for answer in answers { answer() }
    }

    private func refuse(_ jobs: [WriteQueue.Job], _ failure: Failure) {
        let fault: StoreFault =
            switch failure {
            case .whole(let fault): fault
            // With savepoints nothing spoils the others.
            case .spoiled: .defect
            }
        for job in jobs { job.refuse(fault) }
    }

    private func attempt(
        _ jobs: [WriteQueue.Job], _ separation: Separation
    ) throws(Failure) -> [@Sendable () -> Void] {
        let connection = try trusted()
        guard locks.take(.gate, .shared, until: SystemClock().now() + Self.patience) else {
            throw .whole(.busy)
        }
        defer { locks.release(.gate) }
        try engine(on: connection, "BEGIN IMMEDIATE")
        noticeOthers(connection)
        var answers: [@Sendable () -> Void] = []
        answers.reserveCapacity(jobs.count)
        for job in jobs { answers.append(try perform(job, separation, on: connection)) }
        try engine(on: connection, "COMMIT")
        return answers
    }

    /// The answer of one job. Throws only what concerns the whole transaction.
    private func perform(
        _ job: WriteQueue.Job, _ separation: Separation, on connection: Connection
    ) throws(Failure) -> @Sendable () -> Void {
        if separation == .savepoints { try engine(on: connection, "SAVEPOINT operation") }
        connection.beginOperation()
        let result: Result<@Sendable () -> Void, StoreFault>
        do throws(StoreFault) {
            result = .success(try job.perform(Transaction(connection)))
        } catch {
            result = .failure(error)
        }
        switch (result, separation) {
        case (.success(let answer), .none):
            return answer
        case (.success(let answer), .savepoints):
            try engine(on: connection, "RELEASE operation")
            return answer
        case (.failure(let fault), _):
            try undo(fault, separation, on: connection)
            return { job.refuse(fault) }
        }
    }

    /// Undoes the operation that threw `fault`, and nothing else.
    private func undo(
        _ fault: StoreFault, _ separation: Separation, on connection: Connection
    ) throws(Failure) {
        if let cause = connection.lastError, cause.spoilsTransaction || connection.isIdle {
            throw .whole(failed(cause, on: connection))
        }
        switch separation {
        case .none:
            guard connection.hasChanged else { break }
            try engine(on: connection, "ROLLBACK")
            throw .spoiled
        case .savepoints:
            try engine(on: connection, "ROLLBACK TO operation")
            try engine(on: connection, "RELEASE operation")
        }
        if fault == .defect { report("an operation of the store is wrong", connection.lastError) }
    }

    private func trusted() throws(Failure) -> Connection {
        do throws(StoreFault) { return try trustedConnection() } catch { throw .whole(error) }
    }

    private func engine(on connection: Connection, _ sql: StaticString) throws(Failure) {
        do throws(SQLiteError) { try connection.run(sql) } catch {
            throw .whole(failed(error, on: connection))
        }
    }

    /// Ends the transaction. After anything but a full disk or a busy file the connection goes too: nothing is
    /// written before the disk has proved itself.
    private func failed(_ error: SQLiteError, on connection: Connection) -> StoreFault {
        let fault = StoreFault(error)
        if !connection.isIdle, (try? connection.run("ROLLBACK")) == nil { self.connection = nil }
        report("a transaction failed", error)
        figures.failed()
        if fault == .unavailable { distrust() }
        return fault
    }

    private func report(_ message: StaticString, _ error: SQLiteError?) {
        log.error(
            message, .field("code", error?.code ?? 0), .field("reason", error?.message ?? "a value in a row"))
    }

    // MARK: Trust

    private func distrust() {
        connection = nil
        recovery.failed(at: SystemClock().now())
        figures.setTrusted(false)
    }

    private func trustedConnection() throws(StoreFault) -> Connection {
        if let connection { return connection }
        guard recovery.isDue(at: SystemClock().now()) else { throw .unavailable }
        do throws(SQLiteError) {
            let fresh = try Connection(at: files.database, as: .writer)
            if recovery.isNeeded {
                try settle(fresh)
                log.info("the database can be used again")
            }
            connection = fresh
            lastDataVersion = nil
            recovery = Recovery()
            figures.setTrusted(true)
            return fresh
        } catch {
            report("the database cannot be used", error)
            distrust()
            throw .unavailable
        }
    }

    /// After a failed sync the kernel shows pages that it may have lost. All that was acknowledged is written
    /// again, into the file, and synced; the log starts empty.
    private func settle(_ connection: Connection) throws(SQLiteError) {
        guard locks.take(.gate, .alone, until: SystemClock().now() + Self.patience) else {
            throw SQLiteError(code: SQLITE_BUSY, message: "another process commits")
        }
        defer { locks.release(.gate) }
        guard try connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE) else {
            throw SQLiteError(code: SQLITE_BUSY, message: "readers keep the log")
        }
    }

    // MARK: Between commits

    /// What is done when nobody waits.
    func rest() {
        guard let connection = try? trustedConnection() else { return }
        noticeOthers(connection)
        checkpoint(isIdle: true)
    }

    /// Moves the log into the file when it has grown. Never while another process commits: see `LockFile.gate`.
    func checkpoint(isIdle: Bool) {
        guard let connection, let mode = checkpoints.next(frames: connection.framesInLog, isIdle: isIdle)
        else {
            return
        }
        guard locks.take(.gate, .alone) else { return }
        defer { locks.release(.gate) }
        // Everyone who writes waits meanwhile.
        connection.waitForOthers(milliseconds: 50)
        defer { connection.waitForOthers(milliseconds: 2000) }
        do throws(SQLiteError) {
            _ = try connection.checkpoint(mode)
            checkpoints.tried(frames: connection.framesInLog)
            figures.checkpointed()
        } catch {
            report("a checkpoint failed", error)
            // On a full disk the log still holds everything; anything else may be the disk failing.
            checkpoints.tried(frames: connection.framesInLog)
            if StoreFault(error) != .full { distrust() }
        }
    }

    /// Only this connection writes in this process, so what it did not write itself came from another one.
    private func noticeOthers(_ connection: Connection) {
        guard let version = try? connection.number("PRAGMA data_version") else { return }
        if let lastDataVersion, lastDataVersion != version { figures.changedByOthers() }
        lastDataVersion = version
    }

    /// Leaves one file behind, if nobody else uses it.
    func finish() {
        defer { connection = nil }
        guard let connection, locks.take(.gate, .alone) else { return }
        defer { locks.release(.gate) }
        // What stays in the log is as durable there.
        _ = try? connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
    }
}

extension SQLiteError {
    /// Whether it says something about the disk or the memory, not about the one statement.
    fileprivate var spoilsTransaction: Bool {
        switch StoreFault(self) {
        case .full, .unavailable, .busy: true
        case .conflict, .defect, .tooLong: false
        }
    }
}
