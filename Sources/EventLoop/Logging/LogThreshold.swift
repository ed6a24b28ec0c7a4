import Synchronization

/// The least level that is written, for all logs that share it. It can be changed while the program runs.
public final class LogThreshold: Sendable {
    private let rank: Atomic<Int>

    public init(_ level: LogLevel) {
        rank = Atomic(level.rank)
    }

    public func change(to level: LogLevel) {
        rank.store(level.rank, ordering: .relaxed)
    }

    func admits(_ level: LogLevel) -> Bool {
        level.rank >= rank.load(ordering: .relaxed)
    }
}
