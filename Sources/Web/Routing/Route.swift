public import Accounts
public import HTTP

/// A row of the route table. Its guard is part of its handler's type: a handler that is given the holder of a
/// session cannot be reached without one.
public struct Route: Sendable {
    /// Answers a request, or says what is wrong with it.
    public typealias Handler = @Sendable (Call) async throws(Problem) -> Response
    public typealias PrincipalHandler = @Sendable (Call, Principal) async throws(Problem) -> Response

    /// Who may call.
    enum Entry: Sendable {
        case open(Handler)
        /// Holds the flow key, which stands in the body: the service that reads it is the guard.
        case flow(Handler)
        case bearer(PrincipalHandler)
        /// A bearer whose holder showed lately who he is.
        case fresh(PrincipalHandler)
    }

    public let method: Method
    public let pattern: PathPattern
    /// The query parameters that it knows; others are refused.
    public let query: Set<String>
    /// Whether it is outside the limit of requests per address: for what machines ask all the time.
    public let isUncounted: Bool
    let entry: Entry

    private init(
        _ method: Method, _ pattern: PathPattern, _ query: Set<String>, isUncounted: Bool, _ entry: Entry
    ) {
        self.method = method
        self.pattern = pattern
        self.query = query
        self.isUncounted = isUncounted
        self.entry = entry
    }

    public static func open(
        _ method: Method, _ pattern: PathPattern, query: Set<String> = [], isUncounted: Bool = false,
        _ handler: @escaping Handler
    ) -> Route {
        Route(method, pattern, query, isUncounted: isUncounted, .open(handler))
    }

    public static func flow(_ method: Method, _ pattern: PathPattern, _ handler: @escaping Handler) -> Route {
        Route(method, pattern, [], isUncounted: false, .flow(handler))
    }

    public static func bearer(
        _ method: Method, _ pattern: PathPattern, query: Set<String> = [], isUncounted: Bool = false,
        _ handler: @escaping PrincipalHandler
    ) -> Route {
        Route(method, pattern, query, isUncounted: isUncounted, .bearer(handler))
    }

    public static func fresh(
        _ method: Method, _ pattern: PathPattern, query: Set<String> = [],
        _ handler: @escaping PrincipalHandler
    ) -> Route {
        Route(method, pattern, query, isUncounted: false, .fresh(handler))
    }

    var needsPrincipal: Bool {
        switch entry {
        case .open, .flow: false
        case .bearer, .fresh: true
        }
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
