import EventLoop
import Testing

@Suite(.timeLimit(.minutes(10)))
struct LoopTests {
    @Test func `work from many threads runs on the loop, in each thread's order, and none is lost`()
        async throws
    {
        let running = try RunningLoop()
        defer { running.stop() }
        let loop = running.loop
        let record = Record<(thread: Int, number: Int, isOnLoop: Bool)>()
        let threads = try (0..<4).map { thread in
            try SystemThread(name: "poster") {
                for number in 0..<2000 {
                    loop.execute { record.add((thread, number, loop.isCurrent)) }
                }
            }
        }
        for thread in threads { thread.join() }
        _ = try await running.run { _ in }
        let all = record.all
        #expect(all.count == 8000 && all.allSatisfy(\.isOnLoop))
        for thread in 0..<4 {
            #expect(all.filter { $0.thread == thread }.map(\.number) == Array(0..<2000))
        }
        #expect(!loop.isCurrent)
    }

    @Test func `a task stays on its loop over every suspension`() async throws {
        let (first, second) = (try RunningLoop(), try RunningLoop())
        defer {
            first.stop()
            second.stop()
        }
        let other = second.loop
        let places = try await first.task { loop in
            var places: [Bool] = [loop.isCurrent]
            let elsewhere = Task(executorPreference: other) { other.isCurrent && !loop.isCurrent }
            places.append(await elsewhere.value)
            places.append(loop.isCurrent)
            await withCheckedContinuation { continuation in other.execute { continuation.resume() } }
            places.append(loop.isCurrent)
            try await loop.sleep(for: .microseconds(10))
            places.append(loop.isCurrent)
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<3 { group.addTask { loop.isCurrent } }
                for await place in group { places.append(place) }
            }
            return places
        }.value
        #expect(places.count == 8 && places.allSatisfy { $0 })
    }

    @Test func `jobs that breed jobs keep neither descriptors nor timers nor work waiting`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        let isOver = Flag()
        let breeding = running.task { _ in
            var turns = 0
            while !Task.isCancelled {
                turns += 1
                await withTaskGroup { group in group.addTask {} }
            }
            return turns
        }
        let pipe = try Pipe()
        let record = Record<String>()
        try await running.run { loop in
            let watcher = Watcher { _ in
                record.add("descriptor")
                isOver.raise()
            }
            try loop.watch(pipe.readEnd, for: [.input, .edgeTriggered], watcher)
            loop.after(.microseconds(50)) {
                record.add("timer")
                loop.execute {
                    record.add("work")
                    pipe.put("x")
                }
            }
        }
        await isOver.wait()
        breeding.cancel()
        #expect(try await breeding.value > 1)
        #expect(record.all == ["timer", "work", "descriptor"])
        try await running.run { $0.unwatch(pipe.readEnd) }
    }

    @Test func `a loop that was stopped has ended, and what comes later does nothing`() async throws {
        let running = try RunningLoop()
        let record = Record<Int>()
        running.loop.execute { record.add(1) }
        running.stop()
        #expect(record.all == [1])
        running.loop.execute { record.add(2) }
        running.stop()
        #expect(record.all == [1])
    }

    @Test func `a loop that is stopped before it runs ends at once`() throws {
        let loop = try Loop()
        loop.stop()
        let thread = try SystemThread(name: "loop") { loop.run() }
        thread.join()
        #expect(!loop.isCurrent)
    }

    @Test func `a thread that comes after a stopped loop is not taken for its own`() throws {
        let loop = try Loop()
        loop.stop()
        let places = Record<Bool>()
        // The kernel's handle of a thread is used again at once.
        for _ in 0..<3 {
            let thread = try SystemThread(name: "loop") { loop.run() }
            thread.join()
            let next = try SystemThread(name: "next") { places.add(loop.isCurrent) }
            next.join()
            loop.stop()
        }
        #expect(places.all == [false, false, false])
    }
}
