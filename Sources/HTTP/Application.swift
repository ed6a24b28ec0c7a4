/// What the server serves.
public protocol Application: Sendable {
    /// Answers a request, on the loop of its connection. The task is cancelled when the client goes away.
    func respond(to request: Request) async -> Response

    /// The answer to what never became a request.
    func refuse(_ refusal: Refusal, id: String) -> Response

    /// Told after the last byte of an answer was handed over, or the client was lost.
    func finished(_ exchange: borrowing Exchange)
}

/// One request and what became of it.
public struct Exchange: Sendable {
    /// Absent when the head was refused.
    let head: RequestHead?
    public let id: String
    public let client: Forwarding.Client
    public let status: Int
    /// The bytes of content, the head not counted.
    public let bytes: Int
    public let duration: Duration
    /// Whether the client left before the answer was complete.
    public let isAborted: Bool

    public var method: Method? { head?.method }
    public var path: String? { head?.path }
}
