/// Why the server answers a request itself, before any handler sees it. The connection closes after each.
public enum Refusal: Error, Hashable, Sendable {
    /// The bytes are not one unambiguous HTTP/1.x request; the reason is ours and repeats no input.
    case malformed(StaticReason)
    case headTooLarge
    case targetTooLong
    case bodyTooLarge
    case timeout
    /// Too much is being received at once; a later try may pass.
    case busy

    public var status: Int {
        switch self {
        case .malformed: 400
        case .headTooLarge: 431
        case .targetTooLong: 414
        case .bodyTooLarge: 413
        case .timeout: 408
        case .busy: 503
        }
    }
}

/// A sentence fixed at compile time, so that a refusal cannot repeat what a client sent.
public struct StaticReason: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let description: String

    public init(stringLiteral value: StaticString) {
        description = "\(value)"
    }
}
