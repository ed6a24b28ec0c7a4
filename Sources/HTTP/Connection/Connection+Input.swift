import EventLoop

extension Connection {
    /// Looks again at what was received earlier; false when that brought nothing forward.
    func takeLeftover() -> Bool {
        guard !leftover.isEmpty else { return false }
        let bytes = leftover
        leftover = []
        let used = understand(bytes.span)
        leftover = used == 0 ? bytes : Array(bytes[used...])
        return used > 0
    }

    /// Reads once from the socket; false when there was nothing to read.
    func receive() -> Bool {
        guard hasInput else { return false }
        switch transport.read(into: worker.scratch) {
        case .bytes(let count):
            // A short read has emptied a plain socket; epoll tells when more comes (epoll(7), question 9).
            if count < worker.scratch.capacity && !transport.isSecure && !peerHasClosed { hasInput = false }
            worker.scratch.withReceived(count) { bytes in
                if leftover.isEmpty {
                    let used = understand(bytes)
                    if used < count { leftover = bytes.array(used..<count) }
                } else {
                    leftover.append(from: bytes, at: 0..<count)
                }
            }
            return true
        case .wouldBlock:
            hasInput = false
        case .closed, .failed:
            close()
        }
        return false
    }

    /// Reads and forgets, so that the answer is not lost to a reset (RFC 9112, 9.6).
    func discardInput() -> Bool {
        leftover = []
        guard hasInput else { return false }
        switch transport.read(into: worker.scratch) {
        case .bytes:
            return true
        case .wouldBlock:
            hasInput = false
        case .closed, .failed:
            close()
        }
        return false
    }

    /// Starts as many requests as may be answered now; gives the number of bytes used up.
    private func understand(_ bytes: Span<UInt8>) -> Int {
        var offset = 0
        while offset < bytes.count, unsent.isEmpty {
            let rest = bytes.extracting(offset...)
            switch phase {
            case .head:
                guard let used = understandHead(rest) else { return offset }
                offset += used
            case .body(let body):
                offset += understandBody(body, rest)
            case .closing, .lingering, .closed:
                return bytes.count
            case .handshake, .exchange:
                return offset
            }
        }
        return offset
    }

    /// The number of bytes that a head used, perhaps with its body; nothing while it is incomplete.
    private func understandHead(_ bytes: Span<UInt8>) -> Int? {
        switch worker.parser.parse(bytes) {
        case .incomplete:
            return nil
        case .refused(let refusal):
            refuse(refusal, id: worker.ids.next())
            return bytes.count
        case .head(let layout):
            headHasBegun = false
            let head = RequestHead(layout, bytes, id: worker.ids.id(of: layout, in: bytes))
            return layout.length + begin(head, layout, bytes.extracting(layout.length...))
        }
    }

    /// Starts the request, or waits for its body; gives the number of bytes of the body that it used.
    private func begin(_ head: RequestHead, _ layout: HeadLayout, _ rest: Span<UInt8>) -> Int {
        switch layout.framing {
        case .none, .length(0):
            start(head, body: [])
            return 0
        case .length(let length) where length > worker.limits.body:
            refuse(.bodyTooLarge, id: head.id, head)
            return 0
        case .length(let length) where length <= rest.count:
            start(head, body: rest.array(0..<length))
            return length
        case .length(let length):
            wait(for: IncomingBody(head, length: length), isInvited: layout.expectsContinue && rest.isEmpty)
            return 0
        case .chunked:
            wait(for: IncomingBody(chunkedAfter: head), isInvited: layout.expectsContinue && rest.isEmpty)
            return 0
        }
    }

    private func wait(for body: IncomingBody, isInvited: Bool) {
        phase = .body(body)
        deadline = worker.deadline(worker.delays.body)
        if isInvited { worker.output.append(contentsOf: "HTTP/1.1 100 Continue\r\n\r\n".utf8) }
    }

    private func understandBody(_ body: IncomingBody, _ bytes: Span<UInt8>) -> Int {
        let before = body.bytes.count
        let (used, progress) = body.take(bytes, limit: worker.limits.body)
        worker.heldBodies += body.bytes.count - before
        switch progress {
        case .needsMore where worker.heldBodies > worker.limits.bodiesInAll:
            worker.heldBodies -= body.bytes.count
            refuse(.busy, id: body.head.id, body.head)
        case .needsMore:
            break
        case .done:
            worker.heldBodies -= body.bytes.count
            start(body.head, body: body.bytes)
        case .refused(let refusal):
            worker.heldBodies -= body.bytes.count
            refuse(refusal, id: body.head.id, body.head)
        }
        return used
    }
}
