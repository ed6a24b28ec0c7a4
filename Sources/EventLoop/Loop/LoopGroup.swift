import Synchronization

/// The loops of a process, one thread each.
public final class LoopGroup: Sendable {
    public let loops: [Loop]
    private let threads = Mutex<[SystemThread]>([])

    public init(count: Int, clock: any LoopClock = SystemClock()) throws(SystemError) {
        var loops: [Loop] = []
        for _ in 0..<max(1, count) { loops.append(try Loop(clock: clock)) }
        self.loops = loops
    }

    public func start() throws(SystemError) {
        for (index, loop) in loops.enumerated() {
            let thread = try SystemThread(name: "loop-\(index)") { loop.run() }
            threads.withLock { $0.append(thread) }
        }
    }

    /// Stops every loop and waits until all have ended. What was still to run on them is dropped.
    public func stop() {
        for loop in loops { loop.stop() }
        let threads = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        for thread in threads { thread.join() }
    }
}
