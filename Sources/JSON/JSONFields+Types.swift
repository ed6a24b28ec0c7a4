/// What a field may be asked for. Each call notes a wrong type; the plain ones also note a missing key.
extension JSONFields {
    public mutating func string(_ key: String) -> String {
        required(key, "a string", "") { $0.asString }
    }

    public mutating func optionalString(_ key: String) -> String? {
        optional(key, "a string") { $0.asString }
    }

    public mutating func bool(_ key: String) -> Bool {
        required(key, "true or false", false) { $0.asBool }
    }

    public mutating func optionalBool(_ key: String) -> Bool? {
        optional(key, "true or false") { $0.asBool }
    }

    /// A whole number, written as one: `1.0` and `1e2` are refused.
    public mutating func int(_ key: String) -> Int64 {
        required(key, "a whole number", 0) { $0.asInt }
    }

    /// A whole number, written as one: `1.0` and `1e2` are refused.
    public mutating func optionalInt(_ key: String) -> Int64? {
        optional(key, "a whole number") { $0.asInt }
    }

    /// Anything, null included.
    public mutating func value(_ key: String) -> JSONValue {
        required(key, "a value", .null) { $0 }
    }

    /// Anything, null included.
    public mutating func optionalValue(_ key: String) -> JSONValue? {
        take(key)
    }

    /// A field of a merge (RFC 7396): left out, null or a new string.
    public mutating func change(_ key: String) -> JSONChange<String> {
        switch take(key) {
        case nil: return .keep
        case .null?: return .remove
        case .string(let string)?: return .set(string)
        case .bool?, .number?, .array?, .object?:
            note(key, "must be a string or null")
            return .keep
        }
    }

    /// An object within this one, read by its own type.
    public mutating func object<Body: JSONReadable>(_ key: String, as type: Body.Type) -> Body {
        guard let value = take(key) else {
            note(key, "missing")
            return standIn(type)
        }
        return read(type, value, at: key)
    }

    public mutating func optionalObject<Body: JSONReadable>(_ key: String, as type: Body.Type) -> Body? {
        take(key).map { read(type, $0, at: key) }
    }

    public mutating func strings(_ key: String) -> [String] {
        let elements = required(key, "an array", []) { $0.asArray }
        return strings(elements, at: key)
    }

    public mutating func optionalStrings(_ key: String) -> [String]? {
        optional(key, "an array") { $0.asArray }.map { strings($0, at: key) }
    }

    /// An array of objects, each read by its own type.
    public mutating func array<Body: JSONReadable>(_ key: String, of type: Body.Type) -> [Body] {
        let elements = required(key, "an array", []) { $0.asArray }
        return bodies(elements, at: key)
    }

    public mutating func optionalArray<Body: JSONReadable>(_ key: String, of type: Body.Type) -> [Body]? {
        optional(key, "an array") { $0.asArray }.map { bodies($0, at: key) }
    }

    private mutating func strings(_ elements: [JSONValue], at key: String) -> [String] {
        var strings: [String] = []
        for (index, element) in elements.enumerated() {
            if let string = element.asString {
                strings.append(string)
            } else {
                note("\(key)[\(index)]", "must be a string")
            }
        }
        return strings
    }

    private mutating func bodies<Body: JSONReadable>(_ elements: [JSONValue], at key: String) -> [Body] {
        var bodies: [Body] = []
        for (index, element) in elements.enumerated() {
            bodies.append(read(Body.self, element, at: "\(key)[\(index)]"))
        }
        return bodies
    }

    private mutating func required<Wanted>(
        _ key: String, _ kind: String, _ standIn: Wanted, _ convert: (JSONValue) -> Wanted?
    ) -> Wanted {
        guard let value = take(key) else {
            note(key, "missing")
            return standIn
        }
        if let wanted = convert(value) { return wanted }
        note(key, "must be \(kind)")
        return standIn
    }

    private mutating func optional<Wanted>(
        _ key: String, _ kind: String, _ convert: (JSONValue) -> Wanted?
    ) -> Wanted? {
        guard let value = take(key) else { return nil }
        if let wanted = convert(value) { return wanted }
        note(key, "must be \(kind)")
        return nil
    }
}

/// What a merge asks of one field.
public enum JSONChange<Value> {
    case keep
    case remove
    case set(Value)
}

extension JSONChange: Equatable where Value: Equatable {}
extension JSONChange: Sendable where Value: Sendable {}
