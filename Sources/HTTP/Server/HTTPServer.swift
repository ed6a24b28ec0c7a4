public import EventLoop
import Synchronization

/// An HTTP/1.1 server at one address, spread over all loops of a group.
public final class HTTPServer: Sendable {
    public struct Options: Sendable {
        public var limits = ServerLimits()
        public var forwarding = Forwarding(trusted: [])
        /// Shared among the servers of a process.
        public var budget: ConnectionBudget
        public var tls: TLSCredentials?

        public init(budget: ConnectionBudget) {
            self.budget = budget
        }
    }

    /// What it listens on, with the port that the kernel chose.
    public let address: SocketAddress
    private let group: LoopGroup
    private let desks: Mutex<[LoopBound<Desk>]>

    /// A worker and the listener that feeds it.
    private struct Desk {
        let worker: Worker
        let listener: Listener
    }

    /// Binds the address and begins to serve on the loops of `group`, which run or will run.
    public init(
        on address: SocketAddress, group: LoopGroup, application: any Application, options: Options,
        metrics: ServerMetrics, log: Log
    ) throws(SystemError) {
        let sockets = try ListeningSocket.bind(address, count: group.loops.count)
        self.address = try sockets[0].address()
        self.group = group
        desks = Mutex([])
        for (loop, socket) in zip(group.loops, sockets) {
            loop.execute { [self] in
                let worker = Worker(
                    loop: loop, application: application, options: options, metrics: metrics, log: log)
                let listener = Listener(socket, worker: worker, tls: options.tls)
                do throws(SystemError) {
                    try listener.open()
                } catch {
                    log.error("a loop cannot listen", .field("reason", error.description))
                }
                let desk = LoopBound(Desk(worker: worker, listener: listener), to: loop)
                desks.withLock { $0.append(desk) }
            }
        }
    }

    /// Stops accepting, lets what runs finish, and closes what is left when `patience` ends. Blocks; says
    /// whether all had finished by then. Not for the loops themselves.
    public func drain(within patience: Duration) -> Bool {
        guard let finished = try? Semaphore() else { return false }
        let deadline = SystemClock().now() + patience
        for loop in group.loops {
            loop.execute { [self] in
                guard let desk = desk(on: loop) else { return finished.signal() }
                desk.listener.close()
                desk.worker.drain { finished.signal() }
            }
        }
        var isComplete = true
        for _ in group.loops where isComplete { isComplete = finished.wait(until: deadline) }
        if !isComplete { closeAll() }
        return isComplete
    }

    private func closeAll() {
        guard let closed = try? Semaphore() else { return }
        for loop in group.loops {
            loop.execute { [self] in
                desk(on: loop)?.worker.closeAll()
                closed.signal()
            }
        }
        for _ in group.loops { closed.wait() }
    }

    private func desk(on loop: Loop) -> Desk? {
        desks.withLock { desks in desks.first { $0.isBound(to: loop) } }?.value
    }
}
