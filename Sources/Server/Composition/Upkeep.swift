import Domain
import EventLoop
import Synchronization

/// What goes on beside the requests: the signing keys are kept, and what has expired is removed in small steps.
final class Upkeep: Sendable {
    private static let rhythm: Duration = .seconds(60)
    private static let step = 200

    private let keeper: KeyKeeper
    private let store: any Housekeeping
    private let time: any TimeSource
    private let loop: Loop
    private let log: EventLoop.Log
    private let tasks = Mutex<[Task<Void, Never>]>([])

    init(
        _ keeper: KeyKeeper, _ store: any Housekeeping, time: any TimeSource, on loop: Loop,
        log: EventLoop.Log
    ) {
        self.keeper = keeper
        self.store = store
        self.time = time
        self.loop = loop
        self.log = log
    }

    func start() {
        let started = [
            Task(executorPreference: loop) { [self] in await keepKeys() },
            Task(executorPreference: loop) { [self] in await purge() },
        ]
        tasks.withLock { $0 = started }
    }

    func stop() {
        for task in tasks.withLock({ $0 }) { task.cancel() }
    }

    private func keepKeys() async {
        await keeper.keep(waiting: { try await self.loop.sleep(for: $0) }) { error in
            log.error("the signing keys cannot be kept", .field("reason", error.text))
        }
    }

    /// A full step is followed by the next one soon; otherwise nothing was left.
    private func purge() async {
        while !Task.isCancelled {
            var removed = 0
            do throws(StoreError) {
                removed = try await store.purge(Self.step, at: time.now())
            } catch {
                log.warning("what has expired cannot be removed now", .field("reason", "\(error)"))
            }
            try? await loop.sleep(for: removed < Self.step ? Self.rhythm : .milliseconds(100))
        }
    }
}
