@testable import HTTP

/// The reading side of a connection (`Connection+Input.swift`) over its own parts, without socket and handlers.
struct Reading {
    struct Limits {
        var head = HeadLimits()
        var body = 64 * 1024

        /// So narrow that short inputs reach them.
        static let narrow = Limits(head: HeadLimits(head: 256, fields: 4, target: 24), body: 48)
    }

    struct Message: Equatable {
        var head: HeadLayout
        var body: [UInt8]
    }

    private enum Phase {
        case head
        case body(IncomingBody, HeadLayout)
        case closed
    }

    private let limits: Limits
    private var phase = Phase.head
    private var leftover: [UInt8] = []
    private var messages: [Message] = []
    private var refusal: Refusal?
    private var ids = RequestIDs()

    init(_ limits: Limits) {
        self.limits = limits
    }

    mutating func receive(_ bytes: [UInt8]) {
        leftover += bytes
        let unread = leftover
        let used = understand(unread.span)
        leftover = Array(unread[used...])
    }

    private mutating func understand(_ bytes: Span<UInt8>) -> Int {
        var offset = 0
        while offset < bytes.count {
            let rest = bytes.extracting(offset...)
            switch phase {
            case .head:
                guard let used = understandHead(rest) else { return offset }
                offset += used
            case .body(let body, let layout):
                let (used, progress) = body.take(rest, limit: limits.body)
                guard (0...rest.count).contains(used) else { fatalError("more used than there was") }
                offset += used
                switch progress {
                case .needsMore: break
                case .done: finish(layout, body.bytes)
                case .refused(let refusal): refuse(refusal)
                }
            case .closed:
                return bytes.count
            }
        }
        return offset
    }

    private mutating func understandHead(_ bytes: Span<UInt8>) -> Int? {
        let parser = HeadParser(limits: limits.head)
        switch parser.parse(bytes) {
        case .incomplete:
            return nil
        case .refused(let refusal):
            refuse(refusal)
            return bytes.count
        case .head(let layout):
            check(layout, in: bytes, by: parser)
            let head = RequestHead(layout, bytes, id: ids.id(of: layout, in: bytes))
            guard (1...64).contains(head.id.utf8.count) else { fatalError("an id of the wrong length") }
            return layout.length + begin(head, layout, bytes.extracting(layout.length...))
        }
    }

    private mutating func begin(_ head: RequestHead, _ layout: HeadLayout, _ rest: Span<UInt8>) -> Int {
        switch layout.framing {
        case .none, .length(0):
            finish(layout, [])
        case .length(let length) where length > limits.body:
            refuse(.bodyTooLarge)
        case .length(let length) where length <= rest.count:
            finish(layout, rest.array(0..<length))
            return length
        case .length(let length):
            phase = .body(IncomingBody(head, length: length), layout)
        case .chunked:
            phase = .body(IncomingBody(chunkedAfter: head), layout)
        }
        return 0
    }

    private mutating func finish(_ head: HeadLayout, _ body: [UInt8]) {
        guard body.count <= limits.body else { fatalError("a body beyond its limit") }
        messages.append(Message(head: head, body: body))
        phase = head.keepsAlive ? .head : .closed
    }

    private mutating func refuse(_ refusal: Refusal) {
        self.refusal = refusal
        phase = .closed
    }

    private var unfinishedBody: [UInt8]? {
        if case .body(let body, _) = phase { body.bytes } else { nil }
    }
}

extension Reading: Equatable {
    static func == (left: Reading, right: Reading) -> Bool {
        left.messages == right.messages && left.refusal == right.refusal && left.leftover == right.leftover
            && left.unfinishedBody == right.unfinishedBody
    }
}
