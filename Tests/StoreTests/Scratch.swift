import Domain
import EventLoop
import Foundation
import Synchronization
import Testing

@testable import Store

/// A folder that goes with its owner.
final class Scratch: Sendable {
    let folder: String

    init() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "store-tests-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        folder = path.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var database: String { folder + "/data/latchkey.db" }

    func open(
        loops: [Loop] = [], capacity: Int = 1024, migrations: [Migration] = .all,
        patience: Duration = .seconds(5), at path: String? = nil
    ) throws(StartFault) -> Database {
        try Database(
            at: path ?? database, loops: loops, now: Timestamp(milliseconds: 1),
            log: Log(level: .error, sink: RecordingLogSink()), capacity: capacity, migrations: migrations,
            patience: patience)
    }

    /// A database with the table `note`.
    func openWithNotes(loops: [Loop] = [], capacity: Int = 1024) async throws -> Database {
        let database = try open(loops: loops, capacity: capacity)
        try await database.write { transaction throws(StoreFault) in
            try transaction.run("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        }
        return database
    }
}

extension Database {
    func add(_ id: Int, _ text: String = "x") async throws(StoreFault) {
        try await write { transaction throws(StoreFault) in
            try transaction.run("INSERT INTO note (id, text) VALUES (?, ?)", id, text)
        }
    }

    func notes() async throws(StoreFault) -> [Int64] {
        try await read { snapshot throws(StoreFault) in
            try snapshot.all("SELECT id FROM note ORDER BY id") { row throws(StoreFault) in try row.integer(0)
            }
        }
    }
}

/// Keeps the writer busy until it is let go, so that what comes meanwhile waits together.
final class Blocker: Sendable {
    private let released: EventLoop.Semaphore
    private let task: Task<Void, any Error>

    init(_ database: Database) async throws {
        let entered = Flag()
        let released = try EventLoop.Semaphore()
        self.released = released
        task = Task {
            try await database.write { _ throws(StoreFault) in
                entered.raise()
                released.wait()
            }
        }
        // Never a thread of Swift's pool: there are as many as processors.
        await until { entered.isUp }
    }

    func release() async throws {
        released.signal()
        try await task.value
    }
}

/// Gives way until `condition` holds; the time limit of the suite ends what never comes.
func until(_ condition: () throws -> Bool) async rethrows {
    while try !condition() { await Task.yield() }
}

/// Something that has happened, or not.
final class Flag: Sendable {
    private let state = Atomic(false)

    var isUp: Bool { state.load(ordering: .sequentiallyConsistent) }

    func raise() { state.store(true, ordering: .sequentiallyConsistent) }
}

/// How often something happened.
final class Count: Sendable {
    private let state = Atomic(0)

    var value: Int { state.load(ordering: .sequentiallyConsistent) }

    func add() { state.wrappingAdd(1, ordering: .sequentiallyConsistent) }
}
