import Synchronization

/// The sink of a running server: a thread that writes to a descriptor, so that nobody who logs waits for a
/// terminal, a pipe or a disk. What finds no room is dropped, and the log says how much.
public final class LogWriter: LogSink {
    public let encoding: LogEncoding
    private let queue: LogQueue
    private let lost: LostLines
    private let ended: Semaphore
    private let thread: SystemThread

    /// Lends the descriptor, which stays open at least until `stop` has returned true.
    /// - Parameter capacity: how many bytes may wait to be written.
    public init(
        descriptor: Int32, encoding: LogEncoding, capacity: Int = 1 << 20,
        clock: any LoopClock = SystemClock()
    ) throws(SystemError) {
        let queue = try LogQueue(capacity: capacity)
        let ended = try Semaphore()
        let lost = LostLines()
        thread = try SystemThread(name: "log") {
            Self.drain(queue, to: descriptor, encoding, clock, counting: lost)
            ended.signal()
        }
        self.encoding = encoding
        self.queue = queue
        self.lost = lost
        self.ended = ended
    }

    public func write(_ line: [UInt8]) {
        queue.offer(line)
    }

    /// How many lines found no room or could not be written, since the start.
    public var lostLines: UInt64 { lost.count.load(ordering: .relaxed) }

    /// Waits until everything logged before is written; false when it takes longer than `limit`. Blocks: not
    /// for event loops.
    @discardableResult
    public func flush(within limit: Duration = .seconds(5)) -> Bool {
        queue.flush(until: SystemClock().now() + limit)
    }

    /// Writes what is there and ends the thread; false when the descriptor takes nothing for `limit`, and the
    /// thread is left to it. What is logged later vanishes. Blocks: not for event loops.
    @discardableResult
    public func stop(within limit: Duration = .seconds(5)) -> Bool {
        queue.close()
        guard ended.wait(until: SystemClock().now() + limit) else { return false }
        // For whoever calls it a second time.
        ended.signal()
        thread.join()
        return true
    }

    private static func drain(
        _ queue: LogQueue, to descriptor: Int32, _ encoding: LogEncoding, _ clock: any LoopClock,
        counting lost: LostLines
    ) {
        var output = LineOutput(descriptor: descriptor)
        var unreported: UInt64 = 0
        while let batch = queue.take() {
            let written = output.write(batch.bytes)
            let failed = batch.bytes[written...].count { $0 == UInt8(ascii: "\n") }
            let missing = batch.dropped + UInt64(failed)
            lost.count.wrappingAdd(missing, ordering: .relaxed)
            unreported += missing
            if failed == 0, unreported > 0 {
                let report = encoding.line(
                    clock.wall(), .warning, "log lines were dropped", bound: [],
                    [.field("count", unreported)])
                if output.write(report) == report.count { unreported = 0 }
            }
            queue.settle(batch)
        }
    }

    private final class LostLines: Sendable {
        let count = Atomic<UInt64>(0)
    }
}
