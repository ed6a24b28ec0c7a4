import Domain
import EventLoop
import Glibc
import Store

/// A program that uses a database and may be killed, for the tests of the store.
///
///     StoreProbe write PATH COUNT CALLERS   prints `done N` for each row that was acknowledged, or `failed N`
///     StoreProbe guess PATH COUNT CALLERS   prints `done N` for each guess that was charged, or `refused N`
///     StoreProbe refreshes|charges PATH COUNT CALLERS   the same, of sessions and of guesses
///     StoreProbe hold PATH                  opens, prints `open`, and closes when its input ends
///     StoreProbe measure PATH COUNT CALLERS prints operations and commits a second
@main
struct StoreProbe {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { exit(64) }
        let numbers = arguments.dropFirst(3).compactMap { Int($0) }
        do throws(StartFault) {
            let database = try Database(
                at: arguments[2], loops: [], now: Timestamp(milliseconds: 1),
                log: Log(level: .error, sink: RecordingLogSink()))
            switch (arguments[1], numbers.first, numbers.last) {
            case ("write", let count?, let callers?): await write(database, count, callers)
            case ("guess", let count?, let callers?): await guess(database, count, callers)
            case ("refreshes", let count?, let callers?): await refreshes(database, count, callers)
            case ("charges", let count?, let callers?): await charges(database, count, callers)
            case ("measure", let count?, let callers?): await measure(database, count, callers)
            case ("hold", _, _): hold()
            default: exit(64)
            }
            database.close()
        } catch {
            say("refused: \(error)")
            exit(1)
        }
    }

    private static func write(_ database: Database, _ count: Int, _ callers: Int) async {
        await withTaskGroup { group in
            for caller in 1...callers {
                group.addTask {
                    for number in stride(from: caller, through: count, by: callers) {
                        await writeRow(number, in: database)
                    }
                }
            }
        }
    }

    private static func writeRow(_ number: Int, in database: Database) async {
        do throws(StoreFault) {
            try await database.write { transaction throws(StoreFault) in
                try transaction.run(
                    "CREATE TABLE IF NOT EXISTS probe (number INTEGER PRIMARY KEY, filling BLOB NOT NULL) STRICT"
                )
                try transaction.run(
                    "INSERT INTO probe (number, filling) VALUES (?, ?)", number,
                    [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 300))
            }
            say("done \(number)")
        } catch {
            say("failed \(number) \(error)")
            // Long enough for the engine to look at the disk again, some rows later.
            if error == .unavailable { try? await Task.sleep(for: .milliseconds(20)) }
        }
    }

    /// Updates single rows, each a durable operation.
    private static func measure(_ database: Database, _ count: Int, _ callers: Int) async {
        do throws(StoreFault) {
            try await database.write { transaction throws(StoreFault) in
                try transaction.run(
                    "CREATE TABLE IF NOT EXISTS meter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT")
                for id in 0..<10_000 {
                    try transaction.run("INSERT OR IGNORE INTO meter (id, n) VALUES (?, 0)", id)
                }
            }
        } catch {
            say("failed: \(error)")
            return
        }
        let commits = database.figures.commits
        let start = SystemClock().now()
        await withTaskGroup { group in
            for caller in 0..<callers {
                group.addTask {
                    var id = caller
                    for _ in 0..<(count / callers) {
                        id = (id &* 31 &+ 7) % 10_000
                        let chosen = id
                        _ = try? await database.write { transaction throws(StoreFault) in
                            try transaction.run("UPDATE meter SET n = n + 1 WHERE id = ?", chosen)
                        }
                    }
                }
            }
        }
        let nanoseconds = (SystemClock().now() - start).clampedNanoseconds
        let groups = max(1, database.figures.commits - commits)
        let perSecond = UInt64(count) * 1_000_000_000 / max(1, nanoseconds)
        say("callers \(callers) operations/s \(perSecond) operations/commit \(UInt64(count) / groups)")
    }

    private static func hold() {
        say("open")
        while readLine() != nil {}
    }

    /// One system call a line, so that a line that came out is whole whenever the process is killed.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(1, $0.baseAddress, $0.count) }
    }
}
