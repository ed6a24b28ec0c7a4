/// What a handler answers. The server adds Date, X-Request-Id, the length and what the connection needs.
public struct Response: Sendable {
    public enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// Written piece by piece while the connection lives; the client reads at its own speed.
        case stream(@Sendable (ResponseWriter) async throws -> Void)
    }

    public var status: Status
    public var fields: ResponseFields
    public var body: Body

    public init(_ status: Status, _ fields: ResponseFields = ResponseFields(), body: Body = .none) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

extension Response {
    /// The content that is known beforehand.
    var content: [UInt8] {
        guard case .bytes(let bytes) = body else { return [] }
        return bytes
    }
}
