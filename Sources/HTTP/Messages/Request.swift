public import EventLoop

/// A whole request: its head was accepted and its body received.
public struct Request: Sendable {
    private let head: RequestHead
    public let body: [UInt8]
    /// Who asks and how, with the word of configured proxies taken into account.
    public let client: Forwarding.Client
    /// The loop that the handler runs on.
    public let loop: Loop

    init(_ head: RequestHead, body: [UInt8], client: Forwarding.Client, loop: Loop) {
        self.head = head
        self.body = body
        self.client = client
        self.loop = loop
    }

    /// A request that comes from no socket.
    public init(
        id: String, method: Method, path: String, query: String? = nil,
        fields: RequestFields = RequestFields(), body: [UInt8] = [], client: Forwarding.Client, loop: Loop
    ) {
        let head = RequestHead(id: id, method: method, path: path, query: query, fields: fields)
        self.init(head, body: body, client: client, loop: loop)
    }

    /// Names this request in logs and in the answer.
    public var id: String { head.id }
    public var method: Method { head.method }
    /// As sent: from the first slash, without the query, percent signs undecoded.
    public var path: String { head.path }
    /// As sent, without its question mark; absent without one.
    public var query: String? { head.query }
    public var fields: RequestFields { head.fields }
}
