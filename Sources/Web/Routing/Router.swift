import Accounts
public import HTTP

/// Finds the handler for a request in the route table, and turns what goes wrong into problems.
public struct Router: Sendable {
    /// Counts a request, or says how long to wait.
    public typealias Turnstile = @Sendable (Request) throws(Problem) -> Void

    public let routes: [Route]
    private let fields: SiteFields
    private let gate: Gate?
    private let turnstile: Turnstile
    private let literals: [String: [Method: Route]]
    private let patterns: [(pattern: PathPattern, methods: [Method: Route])]

    /// - Parameters:
    ///   - gate: finds who calls with a token; needed if a route asks for that.
    ///   - turnstile: counts every request but those of uncounted routes.
    public init(
        _ routes: [Route], fields: SiteFields, gate: Gate? = nil, turnstile: @escaping Turnstile = { _ in }
    ) {
        precondition(
            gate != nil || !routes.contains(where: \.needsPrincipal), "a guarded route without a gate")
        self.routes = routes
        self.fields = fields
        self.gate = gate
        self.turnstile = turnstile
        var literals: [String: [Method: Route]] = [:]
        var patterns: [(pattern: PathPattern, methods: [Method: Route])] = []
        for route in routes {
            let displaced: Route?
            if route.pattern.isLiteral {
                displaced = literals[route.pattern.description, default: [:]].updateValue(
                    route, forKey: route.method)
            } else if let index = patterns.firstIndex(where: { $0.pattern == route.pattern }) {
                displaced = patterns[index].methods.updateValue(route, forKey: route.method)
            } else {
                patterns.append((route.pattern, [route.method: route]))
                displaced = nil
            }
            precondition(displaced == nil, "two routes for \(route.method) \(route.pattern)")
        }
        self.literals = literals
        self.patterns = patterns
    }

    public func respond(to request: Request) async -> Response {
        do throws(Problem) {
            switch try step(for: request) {
            case .answered(let response): return response
            case .open(let handler, let call): return try await handler(call)
            case .guarded(let enter): return try await enter()
            }
        } catch {
            return response(to: error)
        }
    }

    public func refuse(_ refusal: Refusal) -> Response {
        Problem(refusal).response(fields)
    }

    /// What a request comes to before any handler runs.
    private enum Step {
        case answered(Response)
        case open(Route.Handler, Call)
        case guarded(@Sendable () async throws(Problem) -> Response)
    }

    // Not part of `respond`, whose frame lives as long as its handler waits: what is looked up here would lie in
    // memory, a kilobyte, for each request that is parked.
    @inline(never)
    private func step(for request: Request) throws(Problem) -> Step {
        if request.method == .options, request.path == "*" {
            return .answered(options([.get, .head, .options]))
        }
        guard let (methods, parameters) = try find(request.path) else {
            try turnstile(request)
            throw Problem(.notFound)
        }
        // HEAD is GET without the content, which the server leaves away.
        let method = request.method == .head ? .get : request.method
        let found = methods[method]
        if found?.isUncounted != true { try turnstile(request) }
        guard let route = found else {
            let allowed = allowed(methods)
            if method == .options { return .answered(options(allowed)) }
            var problem = Problem(.methodNotAllowed)
            problem.allowed = allowed
            throw problem
        }
        let query = try QueryParameters.parse(request.query, known: route.query)
        let call = Call(request: request, path: parameters, query: query, fields: fields)
        switch (route.entry, gate) {
        case (.open(let handler), _), (.flow(let handler), _):
            return .open(handler, call)
        case (.bearer(let handler), let gate?):
            return .guarded { () async throws(Problem) in
                try await handler(call, try await gate.principal(of: call.request))
            }
        case (.fresh(let handler), let gate?):
            return .guarded { () async throws(Problem) in
                try await handler(call, try await gate.freshPrincipal(of: call.request))
            }
        case (.bearer, nil), (.fresh, nil):
            // `init` refuses such a table.
            throw Problem(.internalError)
        }
    }

    @inline(never)
    private func response(to problem: Problem) -> Response {
        problem.response(fields)
    }

    private func find(_ path: String) throws(Problem) -> (methods: [Method: Route], path: [String: String])? {
        if let methods = literals[path] { return (methods, [:]) }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (pattern, methods) in patterns {
            guard let encoded = pattern.match(parts) else { continue }
            var parameters: [String: String] = [:]
            for (name, part) in encoded {
                guard let value = PercentEncoding.decode(part) else { throw Problem(.notFound) }
                parameters[name] = value
            }
            return (methods, parameters)
        }
        return nil
    }

    private func allowed(_ methods: [Method: Route]) -> [Method] {
        var names = methods.keys.map { $0 } + [.options]
        if methods[.get] != nil { names.append(.head) }
        return names.sorted { $0.description < $1.description }
    }

    private func options(_ methods: [Method]) -> Response {
        var fields = fields.common
        if let value = FieldValue(methods.map(\.description).joined(separator: ", ")) {
            fields.add("Allow", value)
        }
        return Response(.noContent, fields)
    }
}
