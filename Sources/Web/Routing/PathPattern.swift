/// The path of a route, as `/v1/me/sessions/{id}`.
public struct PathPattern: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String)
    }

    public let description: String
    let segments: [Segment]

    public init(stringLiteral value: StaticString) {
        description = "\(value)"
        precondition(description.hasPrefix("/"), "a path begins with a slash")
        segments = description.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            part in
            part.hasPrefix("{") && part.hasSuffix("}")
                ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }

    var isLiteral: Bool {
        segments.allSatisfy { if case .literal = $0 { true } else { false } }
    }

    /// The parameters of a path that matches, still percent-encoded; nothing if it does not.
    func match(_ parts: [Substring]) -> [String: Substring]? {
        guard parts.count == segments.count else { return nil }
        var parameters: [String: Substring] = [:]
        for (segment, part) in zip(segments, parts) {
            switch segment {
            case .literal(let literal): guard part == literal else { return nil }
            case .parameter(let name):
                guard !part.isEmpty else { return nil }
                parameters[name] = part
            }
        }
        return parameters
    }
}
