public import EventLoop

/// A whole request: its head was accepted and its body received.
public struct Request: Sendable {
    /// Names this request in logs and in the answer.
    public let id: String
    public let method: Method
    /// As sent: from the first slash, without the query, percent signs undecoded.
    public let path: String
    /// As sent, without its question mark; absent without one.
    public let query: String?
    public let fields: RequestFields
    public let body: [UInt8]
    /// Who asks and how, with the word of configured proxies taken into account.
    public let client: Forwarding.Client
    /// The loop that the handler runs on.
    public let loop: Loop

    public init(
        id: String, method: Method, path: String, query: String? = nil,
        fields: RequestFields = RequestFields(), body: [UInt8] = [], client: Forwarding.Client, loop: Loop
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.query = query
        self.fields = fields
        self.body = body
        self.client = client
        self.loop = loop
    }
}
