import EventLoop
import Testing

@Suite(.timeLimit(.minutes(10)))
struct TimerTests {
    @Test func `timers fire in the order they are due, never early`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        let record = Record<(Int, Bool)>()
        let last = Flag()
        try await running.run { loop in
            let start = loop.now
            for delay in [7, 1, 5, 3, 9, 2] {
                let due = start + .milliseconds(delay)
                loop.at(due) {
                    record.add((delay, loop.clock.now() >= due))
                    if delay == 9 { last.raise() }
                }
            }
        }
        await last.wait()
        #expect(record.all.map(\.0) == [1, 2, 3, 5, 7, 9])
        #expect(record.all.allSatisfy { $0.1 })
    }

    @Test func `timers move with the loop's clock`() async throws {
        let clock = ManualClock()
        let running = try RunningLoop(clock: clock)
        defer { running.stop() }
        let record = Record<Int>()
        try await running.run { loop in
            loop.after(.seconds(1)) { record.add(1) }
            loop.after(.seconds(3)) { record.add(3) }
        }
        clock.advance(by: .milliseconds(999))
        for _ in 0..<2 { try await running.run { _ in } }
        #expect(record.all == [])
        clock.advance(by: .milliseconds(1))
        for _ in 0..<2 { try await running.run { _ in } }
        #expect(record.all == [1])
        clock.advance(by: .seconds(60))
        for _ in 0..<2 { try await running.run { _ in } }
        #expect(record.all == [1, 3])
    }

    @Test func `a cancelled timer does not fire, and one may cancel another that is due with it`()
        async throws
    {
        let clock = ManualClock()
        let running = try RunningLoop(clock: clock)
        defer { running.stop() }
        let record = Record<String>()
        try await running.run { loop in
            let gone = loop.after(.seconds(1)) { record.add("cancelled") }
            loop.cancel(gone)
            loop.cancel(gone)
            let second = loop.after(.seconds(3)) { record.add("second") }
            loop.after(.seconds(2)) {
                record.add("first")
                loop.cancel(second)
            }
            loop.after(.seconds(4)) { record.add("last") }
        }
        clock.advance(by: .seconds(10))
        for _ in 0..<2 { try await running.run { _ in } }
        #expect(record.all == ["first", "last"])
    }

    @Test func `timers that set timers for at once do not keep the loop`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        let isOver = Record<Bool>()
        try await running.run { loop in breed(on: loop, until: isOver) }
        for _ in 0..<3 { try await running.run { _ in } }
        isOver.add(true)
        try await running.run { _ in }
    }

    @Test func `a sleeper wakes on its loop when its time has come`() async throws {
        let clock = ManualClock()
        let running = try RunningLoop(clock: clock)
        defer { running.stop() }
        let record = Record<String>()
        let sleeper = running.task { loop in
            let due = loop.now + .seconds(5)
            record.add("asleep")
            try await loop.sleep(until: due)
            record.add(loop.isCurrent ? "awake" : "elsewhere")
        }
        while record.all.isEmpty { try await running.run { _ in } }
        clock.advance(by: .seconds(4))
        for _ in 0..<2 { try await running.run { _ in } }
        #expect(record.all == ["asleep"])
        clock.advance(by: .seconds(1))
        _ = try await running.run { _ in }
        try await sleeper.value
        #expect(record.all == ["asleep", "awake"])
    }

    @Test func `cancelling wakes a sleeper, from any thread`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        for _ in 0..<200 {
            let sleeper = running.task { loop in try await loop.sleep(for: .seconds(600)) }
            sleeper.cancel()
            await #expect(throws: CancellationError.self) { try await sleeper.value }
        }
    }

    @Test func `a sleep that begins cancelled ends at once`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        let sleeper = running.task { loop in
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            try await loop.sleep(for: .seconds(600))
        }
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }

    @Test func `cancelling races with waking, and each sleep ends once`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        for round in 0..<300 {
            let sleeper = running.task { loop in try await loop.sleep(for: .microseconds(round % 50)) }
            if round.isMultiple(of: 3) { await Task.yield() }
            sleeper.cancel()
            _ = await sleeper.result
        }
    }
}

private func breed(on loop: Loop, until isOver: Record<Bool>) {
    guard isOver.all.isEmpty else { return }
    loop.after(.zero) { breed(on: loop, until: isOver) }
}
