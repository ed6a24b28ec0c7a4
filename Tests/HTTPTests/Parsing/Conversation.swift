@testable import HTTP

/// The reading side of a connection without a socket: heads, bodies and what ends them.
struct Conversation: Equatable {
    static let bodyLimit = 64 * 1024

    private(set) var heads: [HeadLayout] = []
    private(set) var bodies: [[UInt8]] = []
    private(set) var refusal: Refusal?
    private(set) var isClosed = false
    private var buffer: [UInt8] = []
    private var body: [UInt8] = []
    private var decoder: ChunkedDecoder?
    private var head: HeadLayout?

    /// What `pieces` come to, read one after the other.
    init(_ pieces: some Sequence<ArraySlice<UInt8>>) {
        for piece in pieces where refusal == nil && !isClosed {
            buffer += piece
            while refusal == nil, !isClosed, advance() {}
        }
    }

    init(whole bytes: [UInt8]) {
        self.init([bytes[...]])
    }

    var waits: Bool { refusal == nil && !isClosed && (head != nil || !buffer.isEmpty) }

    static func == (left: Conversation, right: Conversation) -> Bool {
        left.heads == right.heads && left.bodies == right.bodies && left.refusal == right.refusal
            && left.isClosed == right.isClosed && left.waits == right.waits
    }

    /// Whether something was read, so that more might be.
    private mutating func advance() -> Bool {
        guard let head else { return readHead() }
        switch head.framing {
        case .none:
            return finish(head)
        case .length(let length):
            guard length <= Self.bodyLimit else { return refuse(.bodyTooLarge) }
            guard buffer.count >= length else { return false }
            body = Array(buffer.prefix(length))
            buffer.removeFirst(length)
            return finish(head)
        case .chunked:
            return readChunks(head)
        }
    }

    private mutating func readHead() -> Bool {
        switch HeadParser().parse(buffer.span) {
        case .incomplete: return false
        case .refused(let refusal): return refuse(refusal)
        case .head(let layout):
            head = layout
            buffer.removeFirst(layout.length)
            return true
        }
    }

    private mutating func readChunks(_ head: HeadLayout) -> Bool {
        var decoder = decoder ?? ChunkedDecoder()
        var grown = body
        let (consumed, progress) = decoder.decode(buffer.span, into: &grown, limit: Self.bodyLimit)
        body = grown
        buffer.removeFirst(consumed)
        self.decoder = decoder
        switch progress {
        case .needsMore: return false
        case .done: return finish(head)
        case .refused(let refusal): return refuse(refusal)
        }
    }

    private mutating func finish(_ head: HeadLayout) -> Bool {
        heads.append(head)
        bodies.append(body)
        isClosed = !head.keepsAlive
        (self.head, body, decoder) = (nil, [], nil)
        return true
    }

    private mutating func refuse(_ refusal: Refusal) -> Bool {
        self.refusal = refusal
        return false
    }
}
