/// One fault of a body, for `errors[]` of RFC 9457: where it is and what is wrong, never what was sent there.
public struct JSONFieldError: Error, Equatable, Sendable {
    /// A dotted path, as `profile.name` or `roles[2]`; empty for the whole body.
    public let field: String
    public let reason: String

    public init(field: String, reason: String) {
        self.field = field
        self.reason = reason
    }
}

/// A body that does not have the shape asked for: `malformed_request`, before any rule of the domain.
public enum JSONShapeError: Error, Equatable, Sendable {
    /// Not a JSON text that the reader accepts.
    case text(JSONError)
    /// A JSON text, with these faults. Never empty; at most `JSONFields.mostErrors`.
    case fields([JSONFieldError])

    /// What `errors[]` holds: nothing when the text could not be read at all.
    public var fieldErrors: [JSONFieldError] {
        switch self {
        case .text: []
        case .fields(let errors): errors
        }
    }
}

extension JSONShapeError: CustomStringConvertible {
    /// A sentence for `detail`; it repeats nothing of the body.
    public var description: String {
        switch self {
        case .text(let error): "The body is not acceptable JSON: \(error)."
        case .fields: "The body does not have the fields that this call takes."
        }
    }
}
