import EventLoop
import Testing

@Suite(.timeLimit(.minutes(10))) struct BellTests {
    /// Runs `body` as a task of a running loop.
    private func onLoop(_ body: @escaping @Sendable (Loop) async -> Bool) async throws -> Bool {
        let group = try LoopGroup(count: 1)
        try group.start()
        let loop = group.loops[0]
        let result = await Task(executorPreference: loop) { await body(loop) }.value
        group.stop()
        return result
    }

    @Test func `a bell wakes its sleeper long before the time`() async throws {
        let bell = Bell()
        let woke = try await onLoop { loop in
            loop.execute { bell.ring() }
            do { try await loop.sleep(for: .seconds(3600), or: bell) } catch { return false }
            return true
        }
        #expect(woke)
    }

    @Test func `a bell that rang before is heard once`() async throws {
        let bell = Bell()
        bell.ring()
        bell.ring()
        let slept = try await onLoop { loop in
            do {
                try await loop.sleep(for: .seconds(3600), or: bell)
                let before = loop.now
                try await loop.sleep(for: .milliseconds(20), or: bell)
                return loop.now - before >= .milliseconds(20)
            } catch {
                return false
            }
        }
        #expect(slept)
    }

    @Test func `a sleeper that is cancelled leaves the bell`() async throws {
        let bell = Bell()
        let heard = try await onLoop { loop in
            let sleeper = Task(executorPreference: loop) { () -> Bool in
                do { try await loop.sleep(for: .seconds(3600), or: bell) } catch { return true }
                return false
            }
            sleeper.cancel()
            guard await sleeper.value else { return false }
            bell.ring()
            do { try await loop.sleep(for: .seconds(3600), or: bell) } catch { return false }
            return true
        }
        #expect(heard)
    }
}
