import EventLoop
import Testing

@Suite(.timeLimit(.minutes(10)))
struct WorkPoolTests {
    @Test func `work is done on the pool and its value comes back`() async throws {
        let pool = try WorkPool(threads: 2)
        defer { pool.stop() }
        #expect(try await pool.run { 6 * 7 } == 42)
    }

    @Test func `no more than the threads work at once, and all the work is done`() async throws {
        let pool = try WorkPool(threads: 3, capacity: 100)
        defer { pool.stop() }
        let meter = Meter()
        let barrier = Barrier(parties: 3)
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<99 {
                group.addTask {
                    try await pool.run {
                        meter.enter()
                        defer { meter.leave() }
                        // Opens only when three are inside: all threads work at the same time.
                        barrier.wait()
                        return number
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 98 * 99 / 2)
        #expect(meter.most == 3)
    }

    @Test func `a full pool says so at once, and takes work again when there is room`() async throws {
        let pool = try WorkPool(threads: 1, capacity: 1)
        defer { pool.stop() }
        let gate = Gate()
        defer { gate.open() }
        async let running = pool.run {
            gate.wait()
            return 1
        }
        await until { pool.load == (0, 1) }
        async let waiting = pool.run { 2 }
        await until { pool.load == (1, 1) }
        await #expect(throws: WorkPoolError.busy) { try await pool.run { 3 } }
        gate.open()
        #expect(try await running + waiting == 3)
        #expect(try await pool.run { 4 } == 4)
    }

    @Test func `a pool without a queue still takes what its threads can do`() async throws {
        let pool = try WorkPool(threads: 1, capacity: 0)
        defer { pool.stop() }
        for number in 0..<200 { #expect(try await pool.run { number } == number) }
    }

    @Test func `a cancelled task leaves the queue and its work is not done`() async throws {
        let pool = try WorkPool(threads: 1, capacity: 1)
        defer { pool.stop() }
        let gate = Gate()
        defer { gate.open() }
        let done = Tally()
        async let running: Void = pool.run { gate.wait() }
        await until { pool.load == (0, 1) }
        let waiting = Task { try await pool.run { done.add() } }
        await until { pool.load == (1, 1) }
        waiting.cancel()
        await #expect(throws: WorkPoolError.cancelled) { try await waiting.value }
        #expect(pool.load == (0, 1))
        gate.open()
        try await running
        try await pool.run {}
        #expect(done.count == 0)
    }

    @Test func `a task that is cancelled already does not enter`() async throws {
        let pool = try WorkPool(threads: 1, capacity: 1)
        defer { pool.stop() }
        let gate = Gate()
        defer { gate.open() }
        async let running: Void = pool.run { gate.wait() }
        await until { pool.load == (0, 1) }
        let late = Task {
            await until { Task.isCancelled }
            try await pool.run {}
        }
        late.cancel()
        await #expect(throws: WorkPoolError.cancelled) { try await late.value }
        gate.open()
        try await running
    }

    @Test func `cancelling work that has begun waits for it`() async throws {
        let pool = try WorkPool(threads: 1)
        defer { pool.stop() }
        let gate = Gate()
        let task = Task {
            try await pool.run {
                gate.wait()
                return 5
            }
        }
        await until { pool.load == (0, 1) }
        task.cancel()
        gate.open()
        #expect(try await task.value == 5)
    }

    @Test func `stop finishes what runs and refuses what waits`() async throws {
        let pool = try WorkPool(threads: 1, capacity: 5)
        let gate = Gate()
        let running = Task {
            try await pool.run {
                gate.wait()
                return 1
            }
        }
        await until { pool.load == (0, 1) }
        let waiting = Task { try await pool.run { 2 } }
        await until { pool.load == (1, 1) }
        let stops = Tally()
        let stopper = try SystemThread(name: "stopper") {
            pool.stop()
            stops.add()
        }
        await #expect(throws: WorkPoolError.stopped) { try await waiting.value }
        #expect(stops.count == 0)
        gate.open()
        stopper.join()
        #expect(stops.count == 1)
        #expect(try await running.value == 1)
        await #expect(throws: WorkPoolError.stopped) { try await pool.run { 3 } }
    }

    @Test func `cancelling while work begins answers each caller once`() async throws {
        let pool = try WorkPool(threads: 2, capacity: 10_000)
        defer { pool.stop() }
        let done = Tally()
        let answered = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<2000 {
                let task = Task { try await pool.run { done.add() } }
                group.addTask { await task.result.isSuccess }
                group.addTask {
                    task.cancel()
                    return false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(answered == done.count)
    }
}

extension Result {
    fileprivate var isSuccess: Bool {
        switch self {
        case .success: true
        case .failure: false
        }
    }
}

/// Waits for what other threads bring about; the time limit of the suite bounds it.
private func until(_ condition: () -> Bool) async {
    while !condition() { await Task.yield() }
}
