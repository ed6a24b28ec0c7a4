import EventLoop
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(10)))
struct TurnTests {
    @Test func `a turn ends once, before the loop waits, after all that ran in it`() async throws {
        let group = try LoopGroup(count: 1)
        try group.start()
        defer { group.stop() }
        let loop = group.loops[0]
        let events = Mutex<[String]>([])
        await Task(executorPreference: loop) {
            loop.atTurnEnd { events.withLock { $0.append("end") } }
            events.withLock { $0.append("work") }
            // Two more turns.
            try? await loop.sleep(for: .milliseconds(1))
            try? await loop.sleep(for: .milliseconds(1))
            events.withLock { $0.append("later") }
        }.value
        #expect(events.withLock { $0 } == ["work", "end", "later"])
    }
}
