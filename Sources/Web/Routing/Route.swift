public import HTTP

/// A row of the route table.
public struct Route: Sendable {
    /// Answers a request, or says what is wrong with it. Anything that is nobody's fault is a `Problem` too.
    public typealias Handler = @Sendable (Call) async throws(Problem) -> Response

    public let method: Method
    public let pattern: PathPattern
    /// The query parameters that it knows; others are refused.
    public let query: Set<String>
    let handler: Handler

    public init(
        _ method: Method, _ pattern: PathPattern, query: Set<String> = [], _ handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.query = query
        self.handler = handler
    }
}

/// A request that has found its route.
public struct Call: Sendable {
    public let request: Request
    /// The decoded segments that stand for the names in the pattern.
    public let path: [String: String]
    public let query: [String: String]
    let fields: SiteFields
}
