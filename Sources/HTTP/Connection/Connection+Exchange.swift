import EventLoop

extension Connection {
    /// Starts the task that answers a request. It runs at once, on this very stack, as far as it can.
    func start(_ head: RequestHead, body: [UInt8]) {
        let client = worker.client(of: self, head)
        let exchange = OpenExchange(head, client: client, startedAt: worker.loop.now)
        phase = .exchange(exchange)
        deadline = .distantFuture
        let request = Request(head, body: body, client: client, loop: worker.loop)
        let application = worker.application
        let bound = LoopBound(ExchangeHandle(connection: self, exchange: exchange), to: worker.loop)
        let task = Task.immediate(executorPreference: worker.loop) {
            let response = await application.respond(to: request)
            guard let produce = bound.value.answer(response) else { return }
            do {
                try await produce(ResponseWriter(bound))
                bound.value.endStream()
            } catch {
                bound.value.abandonStream()
            }
        }
        if exchange.isLost || exchange === current { exchange.own(task) }
    }

    /// Writes the answer; gives the producer when the body is a stream that is now to be written.
    fileprivate func answer(
        _ response: Response, _ exchange: OpenExchange
    ) -> (@Sendable (ResponseWriter) async throws -> Void)? {
        guard !exchange.isLost else { return nil }
        let head = exchange.head
        exchange.status = response.status.code
        if case .stream(let produce) = response.body, head.method != .head {
            let closes = mustClose(after: head) || head.minorVersion == 0
            worker.writeHead(
                response, length: nil, id: head.id, minorVersion: head.minorVersion, closes: closes)
            exchange.isStreaming = true
            exchange.streamCloses = closes
            if worker.isDraining { exchange.cancel() }
            if !isAdvancing { advance() }
            return exchange.isLost ? nil : produce
        }
        let content = response.content
        let closes = mustClose(after: head)
        // The length of a stream is not known to HEAD either.
        let length: Int? = if case .stream = response.body { nil } else { content.count }
        worker.writeHead(
            response, length: length, id: head.id, minorVersion: head.minorVersion, closes: closes)
        if head.method != .head && !response.status.forbidsContent {
            worker.output.append(contentsOf: content)
            exchange.bytes = content.count
        }
        finish(exchange, closes: closes)
        return nil
    }

    fileprivate var current: OpenExchange? {
        guard case .exchange(let exchange) = phase else { return nil }
        return exchange
    }

    private func mustClose(after head: RequestHead) -> Bool {
        !head.keepsAlive || worker.isDraining
    }

    fileprivate func writePiece(_ bytes: [UInt8], _ exchange: OpenExchange) {
        guard !exchange.isLost, !bytes.isEmpty else { return }
        exchange.bytes += bytes.count
        if exchange.head.minorVersion == 1 {
            worker.output.appendChunk(bytes)
        } else {
            worker.output.append(contentsOf: bytes)
        }
        sendSoon()
    }

    fileprivate func endStream(_ exchange: OpenExchange) {
        guard !exchange.isLost else { return }
        if exchange.head.minorVersion == 1 { worker.output.append("0\r\n\r\n") }
        finish(exchange, closes: exchange.streamCloses)
    }

    /// A stream that broke off must not look complete: the connection ends without the last chunk. What was
    /// answered before it still goes out.
    fileprivate func abandonStream(_ exchange: OpenExchange) {
        finish(exchange, closes: true, isAborted: true)
    }

    private func finish(_ exchange: OpenExchange, closes: Bool, isAborted: Bool = false) {
        worker.finished(exchange, isAborted: isAborted)
        exchange.resumeWriters()
        if closes || worker.isDraining {
            phase = .closing
            deadline = worker.deadline(worker.delays.linger)
        } else {
            phase = .head
            deadline = worker.deadline(worker.delays.idle)
        }
        sendSoon()
    }

    /// The loop's buffer must be empty when this stack unwinds: whoever is on it flushes, or we do.
    private func sendSoon() {
        if !isAdvancing {
            advance()
        } else if worker.output.count > worker.limits.unsent {
            _ = flush()
        }
    }
}

/// The right to answer one exchange, and no later one on the same connection.
struct ExchangeHandle {
    let connection: Connection
    let exchange: OpenExchange

    func answer(_ response: Response) -> (@Sendable (ResponseWriter) async throws -> Void)? {
        connection.answer(response, exchange)
    }

    func write(_ bytes: [UInt8]) {
        guard isCurrent else { return }
        connection.writePiece(bytes, exchange)
    }

    func endStream() {
        guard isCurrent else { return }
        connection.endStream(exchange)
    }

    func abandonStream() {
        guard isCurrent else { return }
        connection.abandonStream(exchange)
    }

    var isCurrent: Bool {
        connection.current === exchange && !exchange.isLost
    }

    /// Whether this stack is another connection's, whose answers may stand in the loop's buffer.
    var isShutOut: Bool {
        guard let busy = connection.worker.busyDescriptor else { return false }
        return busy != connection.transport.descriptor
    }

    /// Suspends until the stack is nobody's.
    func nextTurn() async {
        let loop = connection.worker.loop
        await withCheckedContinuation { continuation in loop.execute { continuation.resume() } }
    }

    var isBlocked: Bool {
        connection.unsent.count > connection.worker.limits.unsent
    }
}
