import Domain
import Testing

@testable import Store

/// The bound of the guess ledger when several processes charge it, and when they are killed.
@Suite(.timeLimit(.minutes(10)))
struct LedgerTests {
    @Test func `three processes share one budget`() throws {
        let scratch = try Scratch()
        let probes = try (0..<3).map { _ in try Probe(["guess", scratch.database, "40", "8"]) }
        let lines = try probes.map { try $0.lines() }
        for probe in probes { #expect(try probe.end() == 0) }
        #expect(lines.flatMap { $0 }.count == 120)
        #expect(lines.map(\.acknowledged.count).reduce(0, +) == 10)
    }

    @Test func `a process that is killed gives no guess back`() async throws {
        let scratch = try Scratch()
        let world = World()
        var charged = 0
        for _ in 0..<14 {
            let probe = try Probe(["guess", scratch.database, "100", "1"])
            // Killed right after its first answer, in the middle of its next guess.
            let first = try probe.line()
            probe.kill()
            let lines = [first].compactMap { $0 } + (try probe.lines())
            _ = try probe.end()
            charged += lines.acknowledged.count
            let database = try scratch.open()
            let guesses = try await SQLiteStore(database).facts(world).guesses
            database.close()
            #expect(guesses.short.count >= charged)
        }
        #expect(charged <= 10)
        #expect(charged > 0)
    }
}
