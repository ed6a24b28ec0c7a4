import EventLoop
import Synchronization

/// A loop with its thread.
final class RunningLoop: Sendable {
    let group: LoopGroup
    var loop: Loop { group.loops[0] }

    init(clock: any LoopClock = SystemClock()) throws {
        group = try LoopGroup(count: 1, clock: clock)
        try group.start()
    }

    func stop() { group.stop() }

    /// Runs `body` on the loop and gives what it gave.
    func run<R: Sendable>(_ body: @escaping @Sendable (Loop) throws -> R) async throws -> R {
        let loop = loop
        return try await withCheckedThrowingContinuation { continuation in
            loop.execute { continuation.resume(with: Result { try body(loop) }) }
        }
    }

    /// A task on the loop.
    func task<R: Sendable>(_ body: @escaping @Sendable (Loop) async throws -> R) -> Task<R, any Error> {
        let loop = loop
        return Task(executorPreference: loop) { try await body(loop) }
    }
}

/// What happened, in order, told from anywhere.
final class Record<Item: Sendable>: Sendable {
    private let items = Mutex<[Item]>([])

    var all: [Item] { items.withLock { $0 } }

    func add(_ item: Item) { items.withLock { $0.append(item) } }
}

/// Opens once; tasks wait for it.
final class Flag: Sendable {
    private struct State {
        var isUp = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func raise() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.isUp = true
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isUp = state.withLock { state in
                if !state.isUp { state.waiting.append(continuation) }
                return state.isUp
            }
            if isUp { continuation.resume() }
        }
    }
}
