/// What a value is, if it is that. Nothing is converted: `"1"` is no number, `1` no bool.
extension JSONValue {
    public var asString: String? {
        if case .string(let string) = self { string } else { nil }
    }

    public var asBool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    public var asInt: Int64? {
        if case .number(let number) = self { number.int } else { nil }
    }

    public var asDouble: Double? {
        if case .number(let number) = self { number.double } else { nil }
    }

    public var asArray: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    public var asObject: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }
}
