/// A JSON text as a value: everything written in it, keys in their order, numbers with their digits.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// How deep containers may lie in each other unless the caller says otherwise.
    public static let usualDepth = 16

    /// Reads one JSON text that takes up all the bytes.
    ///
    /// Strict RFC 8259, and stricter: no doubled keys, no half surrogate pairs, no number beyond Double, at
    /// most `depth` containers in each other (never more than 128). Fails with the first fault.
    public init(parsing bytes: Span<UInt8>, depth: Int = usualDepth) throws(JSONError) {
        var parser = JSONParser(depth: depth)
        self = try parser.document(bytes)
    }

    /// Reads one JSON text that takes up all the bytes; fails as `init(parsing:depth:)` over a span does.
    public init(parsing bytes: [UInt8], depth: Int = usualDepth) throws(JSONError) {
        try self.init(parsing: bytes.span, depth: depth)
    }
}

extension JSONValue: Equatable {
    /// Strings are equal when their bytes are: Swift's own `==` also equates different spellings of `é`.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): sameBytes(left, right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
        }
    }
}
