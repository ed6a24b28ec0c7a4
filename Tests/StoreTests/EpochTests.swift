import Domain
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct EpochTests {
    @Test func `after a restore every session has ended and every budget is empty`() async throws {
        let scratch = try Scratch()
        let world = World()
        let backup = scratch.folder + "/backup.db"
        let first = try scratch.open()
        let store = SQLiteStore(first)
        let stranger = LedgerSlot(hash: 99)
        let device = world.device.id
        try await store.save(
            world.account + [
                .saveGuesses(world.ledger, world.counted), .saveGuesses(.device(device), world.counted),
            ])
        try await store.write { transaction throws(StoreFault) in
            try transaction.save(world.counted, in: stranger)
        }
        #expect(try await store.facts(world).owner?.passwordGuesses.count == 2)
        try await first.backUp(to: backup)
        first.close()
        _ = try Database.restore(from: backup, to: scratch.database, now: world.now)

        let second = try scratch.open()
        defer { second.close() }
        let restored = SQLiteStore(second)
        let facts = try await restored.facts(world)
        #expect(facts.asking == nil)
        #expect(try await restored.session(world.session.id) == nil)
        #expect(facts.guesses.short.count == 0 && facts.guesses.long.count == 0)
        #expect(facts.deviceGuesses?.short.count == 0)
        #expect(facts.owner?.id == world.user.id)
        #expect(facts.owner?.passwordGuesses.count == 0)
        let slot = try await second.read { snapshot throws(StoreFault) in
            try snapshot.guesses(in: stranger)
        }
        #expect(slot == .empty)
    }
}
