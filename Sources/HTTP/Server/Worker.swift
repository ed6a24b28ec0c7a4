import EventLoop

/// What the connections of one loop share. All of it runs on that loop.
final class Worker {
    let loop: Loop
    let application: any Application
    let limits: ServerLimits
    let forwarding: Forwarding
    let budget: ConnectionBudget
    let log: Log
    let metrics: ServerMetrics
    let parser: HeadParser
    let delays: Delays
    let scratch = ReceiveBuffer()
    /// What one connection is about to send; empty between the turns of connections.
    var output: [UInt8] = []
    /// The connection that is on the stack, and may have left something in `output`.
    var busyDescriptor: Int32?
    var ids = RequestIDs()
    /// The bytes of unfinished bodies.
    var heldBodies = 0
    private(set) var isDraining = false
    private var connections: [Int32: Connection] = [:]
    private var dateLine = DateLine()
    private var whenForgotten: (() -> Void)?

    init(
        loop: Loop, application: any Application, options: HTTPServer.Options, metrics: ServerMetrics,
        log: Log
    ) {
        self.loop = loop
        self.application = application
        limits = options.limits
        forwarding = options.forwarding
        budget = options.budget
        self.metrics = metrics
        self.log = log
        delays = Delays(options.limits)
        parser = HeadParser(limits: limits.head)
        output.reserveCapacity(2 * limits.unsent)
    }

    /// Takes a new connection into service.
    func adopt(_ transport: Transport, peer: SocketAddress) {
        let connection = Connection(transport, peer: peer, worker: self)
        do throws(SystemError) {
            try loop.watch(transport.descriptor, for: Connection.readiness, connection)
        } catch {
            budget.giveBack()
            return transport.close()
        }
        connections[transport.descriptor] = connection
        metrics.connections.increment()
        connection.armTimer()
    }

    func forget(_ connection: Connection) {
        connections[connection.transport.descriptor] = nil
        metrics.connections.decrement()
        budget.giveBack()
        whenForgotten?()
    }

    /// Closes what is idle and lets the rest finish; `whenDone` is called once nothing is left.
    func drain(whenDone: @escaping () -> Void) {
        isDraining = true
        for connection in connections.values { connection.drain() }
        whenForgotten = { [unowned self] in
            if connections.isEmpty { whenDone() }
        }
        whenForgotten?()
    }

    func closeAll() {
        for connection in connections.values { connection.close() }
    }

    /// Who is behind a connection; the head's forwarded fields are looked at only if its peer is a proxy of ours.
    func client(of connection: Connection, _ head: RequestHead?) -> Forwarding.Client {
        let peer = connection.peer.ip
        let isSecure = connection.transport.isSecure
        guard let head, forwarding.trusts(peer) else {
            return Forwarding.Client(address: peer, isSecure: isSecure)
        }
        let fields = Forwarding.Fields(
            forwarded: head.fields.all("forwarded"), xForwardedFor: head.fields.all("x-forwarded-for"),
            xForwardedProto: head.fields.all("x-forwarded-proto"))
        return forwarding.client(behind: peer, isSecure: isSecure, fields: fields)
    }

    func deadline(_ nanoseconds: UInt64) -> MonotonicTime {
        loop.now.advanced(byNanoseconds: nanoseconds)
    }

    // MARK: What became of requests

    func finished(_ exchange: OpenExchange, isAborted: Bool) {
        metrics.count(status: exchange.status)
        let nanoseconds = loop.clock.now().nanoseconds - exchange.startedAt.nanoseconds
        metrics.seconds.observe(nanoseconds: nanoseconds)
        application.finished(
            Exchange(
                head: exchange.head, id: exchange.head.id, client: exchange.client, status: exchange.status,
                bytes: exchange.bytes, duration: .nanoseconds(nanoseconds), isAborted: isAborted))
    }

    func refused(_ response: Response, _ head: RequestHead?, client: Forwarding.Client, id: String) {
        metrics.count(status: response.status.code)
        metrics.refused.increment()
        application.finished(
            Exchange(
                head: head, id: id, client: client, status: response.status.code,
                bytes: response.content.count, duration: .zero, isAborted: false))
    }

    // MARK: Writing

    /// Writes the head of an answer; `length` is absent for a stream.
    func writeHead(_ response: Response, length: Int?, id: String, minorVersion: Int, closes: Bool) {
        let date = dateLine.bytes(on: loop)
        output.appendHead(
            response, date: date, length: length, id: id, minorVersion: minorVersion, closes: closes)
    }
}
