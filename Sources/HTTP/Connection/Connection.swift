import EventLoop

/// One client: what it sent, what it is owed, and the request that is being answered.
///
/// A shell around the pure parsers: it moves bytes, keeps deadlines and starts one task a request. An idle
/// connection holds no buffer and no task. All of it runs on one loop.
final class Connection: DescriptorHandler {
    enum Phase {
        /// The TLS handshake is under way.
        case handshake
        /// Between requests, or with part of a head in `leftover`.
        case head
        case body(IncomingBody)
        /// A handler runs, or writes its stream.
        case exchange(OpenExchange)
        /// Nothing more is understood; what is unsent goes out.
        case closing
        /// All is sent; the client is waited for, so that no reset overtakes the answer.
        case lingering
        case closed
    }

    static let readiness: IOEvents = [.input, .output, .peerClosed, .edgeTriggered]
    /// A client that sends as fast as it is read must not keep the loop from the others.
    private static let mostSteps = 4

    let worker: Worker
    let transport: Transport
    let peer: SocketAddress

    var phase: Phase
    /// Received but not yet understood: part of a head, or requests sent ahead.
    var leftover: [UInt8] = []
    /// Answered but not yet taken by the socket.
    var unsent = UnsentBytes()
    /// The socket may hold bytes that were not read yet: epoll tells of a change only once.
    var hasInput = false
    var peerHasClosed = false
    /// Whether `advance` is on the stack: what it calls must not enter it again.
    var isAdvancing = false
    var deadline: MonotonicTime
    /// Whether the deadline is that of a head whose first byte has come.
    var headHasBegun = false
    var timer: ArmedTimer?

    init(_ transport: Transport, peer: SocketAddress, worker: Worker) {
        phase = transport.isSecure ? .handshake : .head
        self.transport = transport
        self.peer = peer
        self.worker = worker
        deadline = worker.deadline(transport.isSecure ? worker.delays.head : worker.delays.idle)
    }

    var isIdle: Bool {
        guard case .head = phase else { return false }
        return leftover.isEmpty && unsent.isEmpty
    }

    func ready(_ readiness: IOEvents) {
        if readiness.contains(.error) { return close() }
        if readiness.contains(.hangUp) {
            // Both sides have ended. What came before the end is read, or closing would reset the answer.
            guard case .lingering = phase else { return close() }
            hasInput = true
        }
        if readiness.contains(.input) { hasInput = true }
        if readiness.contains(.peerClosed) {
            hasInput = true
            peerHasClosed = true
        }
        advance()
    }

    /// Does all that can be done now: sends, reads, parses, starts requests, until something is waited for.
    func advance() {
        guard !isAdvancing else { return }
        isAdvancing = true
        worker.busyDescriptor = transport.descriptor
        defer {
            isAdvancing = false
            worker.busyDescriptor = nil
        }
        var steps = 0
        while flush(), step() {
            steps += 1
            if steps == Self.mostSteps {
                // Makes epoll tell again of what is still there.
                if flush() { try? worker.loop.rewatch(transport.descriptor, for: Self.readiness) }
                break
            }
        }
        if worker.isDraining && isIdle { return close() }
        armTimer()
    }

    /// One step; false when there is nothing to do before the next event.
    private func step() -> Bool {
        switch phase {
        case .handshake:
            return stepHandshake()
        case .head, .body:
            return takeLeftover() || receive()
        case .exchange(let exchange):
            if peerHasClosed { exchange.cancel() }
            return false
        case .closing:
            transport.shutdownWriting()
            phase = .lingering
            deadline = worker.deadline(worker.delays.linger)
            hasInput = true
            return true
        case .lingering:
            return discardInput()
        case .closed:
            return false
        }
    }

    private func stepHandshake() -> Bool {
        switch transport.handshake() {
        case .done:
            phase = .head
            deadline = worker.deadline(worker.delays.idle)
            hasInput = true
            return true
        case .wouldBlock:
            return false
        case .failed:
            worker.metrics.handshakesFailed.increment()
            close()
            return false
        }
    }

    /// Ends what can end now: an idle connection at once, a stream by cancelling its writer.
    func drain() {
        if case .exchange(let exchange) = phase, exchange.isStreaming { exchange.cancel() }
        // A request may be here of which epoll has not told yet.
        hasInput = true
        advance()
    }

    /// Gives the descriptor back. The one place where a connection ends.
    func close() {
        if case .closed = phase { return }
        let last = phase
        phase = .closed
        disarmTimer()
        worker.loop.unwatch(transport.descriptor)
        worker.forget(self)
        transport.close()
        switch last {
        case .exchange(let exchange):
            exchange.lose()
            worker.finished(exchange, isAborted: true)
        case .body(let body):
            worker.heldBodies -= body.bytes.count
        case .handshake, .head, .closing, .lingering, .closed:
            break
        }
    }
}
