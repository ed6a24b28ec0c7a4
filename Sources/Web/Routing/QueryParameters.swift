import JSON

/// The parameters of a query, each once and each one that the route knows.
enum QueryParameters {
    /// Fails with `malformed_request`, naming the parameter only if the route knows it.
    static func parse(_ query: String?, known: Set<String>) throws(Problem) -> [String: String] {
        guard let query, !query.isEmpty else { return [:] }
        var parameters: [String: String] = [:]
        for pair in query.split(separator: "&", omittingEmptySubsequences: false) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard
                let name = PercentEncoding.decode(parts[0], plusIsSpace: true), known.contains(name)
            else { throw Problem(.malformedRequest, "The query has a parameter that is unknown here.") }
            guard
                let value = PercentEncoding.decode(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
            else { throw refused(name, "is not UTF-8") }
            guard parameters.updateValue(value, forKey: name) == nil else {
                throw refused(name, "is doubled")
            }
        }
        return parameters
    }

    private static func refused(_ name: String, _ reason: String) -> Problem {
        var problem = Problem(.malformedRequest, "A query parameter cannot be read.")
        problem.errors = [JSONFieldError(field: name, reason: reason)]
        return problem
    }
}
