import Glibc
import Testing

@testable import EventLoop

@Suite(.timeLimit(.minutes(10)))
struct WatchTests {
    @Test func `a watcher is told while there is something, or once with edge triggering`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        for (readiness, isRepeated) in [(IOEvents.input, true), ([.input, .edgeTriggered], false)] {
            let pipe = try Pipe()
            let record = Record<IOEvents>()
            try await running.run { loop in
                try loop.watch(pipe.readEnd, for: readiness, Watcher { record.add($0) })
            }
            pipe.put("x")
            for _ in 0..<5 { try await running.run { _ in } }
            while record.all.isEmpty { try await running.run { _ in } }
            if isRepeated {
                while record.all.count < 3 { try await running.run { _ in } }
            } else {
                #expect(record.all == [.input])
                // More of it is another change.
                pipe.put("y")
                while record.all.count < 2 { try await running.run { _ in } }
            }
            #expect(record.all.allSatisfy { $0 == .input })
            try await running.run { $0.unwatch(pipe.readEnd) }
        }
    }

    @Test func `what is watched for can be changed, and ends with unwatching`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        let pipe = try Pipe()
        let record = Record<Int>()
        try await running.run { loop in
            try loop.watch(pipe.readEnd, for: [], Watcher { _ in record.add(1) })
        }
        pipe.put("x")
        for _ in 0..<5 { try await running.run { _ in } }
        #expect(record.all == [])
        try await running.run { try $0.rewatch(pipe.readEnd, for: .input) }
        while record.all.isEmpty { try await running.run { _ in } }
        let count = try await running.run { loop in
            loop.unwatch(pipe.readEnd)
            return record.all.count
        }
        for _ in 0..<5 { try await running.run { _ in } }
        #expect(record.all.count == count)
        try await running.run { loop in
            try loop.watch(pipe.readEnd, for: .input, Watcher { _ in record.add(2) })
        }
        while record.all.last != 2 { try await running.run { _ in } }
        try await running.run { $0.unwatch(pipe.readEnd) }
    }

    @Test func `an event fetched for a descriptor that was given up reaches nobody`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        let (first, second, third) = (try Pipe(), try Pipe(), try Pipe())
        let record = Record<String>()
        let held = try await running.run { loop in
            // Both are ready in one turn. Whichever is told first gives up the other, and another descriptor
            // takes over its number, ready for nothing.
            let pipes = [first, second]
            for (index, pipe) in pipes.enumerated() {
                let other = pipes[1 - index].readEnd
                let own = pipe.readEnd
                let watcher = Watcher { _ in
                    record.add("told")
                    loop.unwatch(own)
                    loop.unwatch(other)
                    guard dup2(third.readEnd, other) == other else { return record.add("failed") }
                    do {
                        try loop.watch(other, for: .input, Watcher { _ in record.add("wrong") })
                    } catch {
                        record.add("failed")
                    }
                    record.add("\(other)")
                }
                try loop.watch(own, for: .input, watcher)
            }
            first.put("x")
            second.put("x")
            return true
        }
        #expect(held)
        while record.all.isEmpty { try await running.run { _ in } }
        for _ in 0..<3 { try await running.run { _ in } }
        #expect(record.all.count == 2 && record.all.first == "told")
        let number = try #require(record.all.last.flatMap { Int32($0) })
        try await running.run { $0.unwatch(number) }
    }

    @Test func `a tag of an earlier generation finds nobody`() {
        var table = WatchTable()
        let (old, new) = (Watcher { _ in }, Watcher { _ in })
        let stale = table.enter(5, old)
        table.leave(5)
        #expect(table.handler(for: stale) == nil)
        let fresh = table.enter(5, new)
        #expect(table.handler(for: stale) == nil)
        #expect(table.handler(for: fresh) === new)
        #expect(table.handler(for: table.tag(5)) === new)
        #expect(table.handler(for: 1 << 32 | 99) == nil)
        table.leave(99)
    }

    @Test func `a descriptor that cannot be watched is refused and forgotten`() async throws {
        let running = try RunningLoop()
        defer { running.stop() }
        let code = try await running.run { loop -> Int32? in
            do throws(SystemError) {
                try loop.watch(9999, for: .input, Watcher { _ in })
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code == EBADF)
    }
}

/// Hands what it is told to a closure.
final class Watcher: DescriptorHandler {
    private let told: (IOEvents) -> Void

    init(_ told: @escaping (IOEvents) -> Void) { self.told = told }

    func ready(_ readiness: IOEvents) { told(readiness) }
}

extension Pipe {
    func put(_ text: String) {
        _ = unsafe write(writeEnd, Array(text.utf8), text.utf8.count)
    }
}
