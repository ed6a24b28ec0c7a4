import Domain
import EventLoop
import StoreContract
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct SQLiteStoreTests {
    static let promises = StoreContract.all + StoreContract.races

    @Test(arguments: promises) func `a store in SQLite keeps`(_ promise: StoreContract) async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        try await promise.check(on: SQLiteStore(database))
    }

    @Test(arguments: promises) func `two stores over one file keep`(_ promise: StoreContract) async throws {
        let scratch = try Scratch()
        let (one, other) = (try scratch.open(), try scratch.open())
        defer {
            one.close()
            other.close()
        }
        try await promise.check(on: Alternating(SQLiteStore(one), SQLiteStore(other)))
    }

    @Test(arguments: VaultContract.rules)
    func `a vault in SQLite keeps the contract`(rule: VaultContract) async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        try await rule.check(SQLiteStore(database))
    }

    @Test func `a step without changes leaves nothing to sync`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        let store = SQLiteStore(database)
        let world = World()
        try await store.save(world.account)
        let before = try #require(StoreFiles.size(scratch.database + "-wal"))
        let seen = try await store.advance(world.session.id) { (facts: SessionFacts) in
            Decision(facts.session)
        }
        #expect(seen == world.session)
        #expect(try await store.lease(10, at: world.now - .days(1), until: world.now).isEmpty)
        #expect(try await store.purge(10, at: world.now) == 0)
        #expect(StoreFiles.size(scratch.database + "-wal") == before)
        // The measure sees a change.
        try await store.save([.saveAlert(.warning)])
        #expect(try #require(StoreFiles.size(scratch.database + "-wal")) > before)
    }

    @Test func `everything is there when the database is opened again`() async throws {
        let scratch = try Scratch()
        let world = World()
        let first = try scratch.open()
        try await SQLiteStore(first).save(world.account + [.saveGuesses(world.ledger, world.counted)])
        first.close()
        let second = try scratch.open()
        defer { second.close() }
        let facts = try await SQLiteStore(second).facts(world)
        #expect(facts.guesses == world.counted)
        #expect(facts.asking?.session == world.session)
    }

    @Test func `a session that was refreshed is purged when it ends, not before`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        let store = SQLiteStore(database)
        let world = World()
        var session = world.session
        try await store.save(world.account)
        session.expiresAt = world.now + .days(20)
        try await store.save([.saveSession(session)])
        #expect(try await store.purge(10, at: world.now + .days(8)) == 0)
        #expect(try await store.session(session.id) != nil)
        // An end that moves closer counts at once.
        session.expiresAt = world.now + .days(9)
        try await store.save([.saveSession(session)])
        #expect(try await store.purge(10, at: world.now + .days(9)) == 1)
        #expect(try await store.session(session.id) == nil)
    }

    @Test func `a device that was not seen for half a year is purged`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        let store = SQLiteStore(database)
        let world = World()
        try await store.save(world.account + [.removeSession(world.session.id)])
        let (device, contact, end) = (world.device.id, world.contact.contact, world.now + .days(180))
        #expect(try await store.isKnown(device, for: contact, at: end - .seconds(1)))
        #expect(try await !store.isKnown(device, for: contact, at: end))
        #expect(try await !store.isKnown(nil, for: contact, at: world.now))
        #expect(try await store.purge(10, at: end - .seconds(1)) == 0)
        #expect(try await store.purge(10, at: end) == 1)
        #expect(try await store.facts(world).owner?.devices == [])
    }

    @Test func `an account does not go before its contacts gave their counts back`() async throws {
        let scratch = try Scratch()
        let database = try scratch.open()
        defer { database.close() }
        let store = SQLiteStore(database)
        let world = World()
        try await store.save(world.account)
        let user = world.user.id
        await #expect(throws: StoreFault.conflict) {
            try await database.write { transaction throws(StoreFault) in
                _ = try transaction.run("DELETE FROM account WHERE id = ?", user)
            }
        }
        try await store.save([.removeContact(world.contact.id, world.slot)])
        try await database.write { transaction throws(StoreFault) in
            _ = try transaction.run("DELETE FROM account WHERE id = ?", user)
        }
        #expect(try await store.session(world.session.id) == nil)
        #expect(try await !store.isKnown(world.device.id, for: world.contact.contact, at: world.now))
    }

    @Test func `a record of a later version is refused, and the log says why`() async throws {
        let scratch = try Scratch()
        let sink = RecordingLogSink()
        let database = try Database(
            at: scratch.database, loops: [], now: Timestamp(milliseconds: 1),
            log: Log(level: .error, sink: sink))
        defer { database.close() }
        let store = SQLiteStore(database)
        let world = World()
        try await store.save(world.account)
        let id = world.session.id
        try await database.write { transaction throws(StoreFault) in
            _ = try transaction.run("UPDATE session SET origin = x'07' WHERE id = ?", id)
        }
        await #expect(throws: StoreError.unavailable) { try await store.session(id) }
        await #expect(throws: StoreError.unavailable) {
            try await store.advance(id) { (_: SessionFacts) in Decision(()) }
        }
        let reason = "a record of session cannot be read: it has form 7, which this program does not know"
        #expect(sink.lines.contains { $0.contains(reason) })
    }
}
