import JSON

@testable import Web

/// As much of JSON Schema as the description uses. A keyword that it does not know is a fault too.
struct SchemaValidator {
    let document: OpenAPIDocument

    private static let silent: Set<String> = ["description", "format"]

    /// What is wrong with a value, each with its place.
    func faults(of value: JSONValue, under schema: JSONValue, at place: String = "$") -> [String] {
        guard let schema = schema.asObject else { return ["\(place): not a schema"] }
        return schema.members.flatMap { keyword in
            faults(of: value, keyword.key, keyword.value, schema, at: place)
        }
    }

    private func faults(
        of value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONObject, at place: String
    ) -> [String] {
        switch keyword {
        case "$ref":
            guard let target = document.value(at: rule.asString ?? "") else { return ["\(place): \(rule)"] }
            return faults(of: value, under: target, at: place)
        case "type":
            let types = rule.asArray ?? [rule]
            return check(types.contains { fits(value, $0.asString) }, "\(place): not of type \(types)")
        case "enum": return check(rule.asArray?.contains(value) == true, "\(place): not in the list")
        case "const": return check(rule == value, "\(place): not the constant")
        case "minimum": return check((value.asInt ?? 0) >= (rule.asInt ?? 0), "\(place): too small")
        case "maximum": return check((value.asInt ?? 0) <= (rule.asInt ?? 0), "\(place): too large")
        case "required":
            return (rule.asArray ?? []).compactMap(\.asString).filter { value.asObject?[$0] == nil }
                .map { "\(place): without \($0)" }
        case "properties":
            return (rule.asObject?.members ?? []).flatMap { property in
                value.asObject?[property.key].map {
                    faults(of: $0, under: property.value, at: "\(place).\(property.key)")
                } ?? []
            }
        case "additionalProperties": return additional(value, rule, schema, at: place)
        case "items":
            return (value.asArray ?? []).flatMap { faults(of: $0, under: rule, at: "\(place)[]") }
        case "allOf":
            return (rule.asArray ?? []).flatMap { faults(of: value, under: $0, at: place) }
        case "oneOf":
            let fitting = (rule.asArray ?? []).filter { faults(of: value, under: $0, at: place).isEmpty }
            return check(fitting.count == 1, "\(place): fits \(fitting.count) of oneOf")
        default: return check(Self.silent.contains(keyword), "\(place): unknown keyword \(keyword)")
        }
    }

    private func additional(
        _ value: JSONValue, _ rule: JSONValue, _ schema: JSONObject, at place: String
    ) -> [String] {
        let known = schema["properties"]?.asObject
        let others = (value.asObject?.members ?? []).filter { known?[$0.key] == nil }
        if rule == .bool(false) { return others.map { "\(place): \($0.key) is not known" } }
        return others.flatMap { faults(of: $0.value, under: rule, at: "\(place).\($0.key)") }
    }

    private func fits(_ value: JSONValue, _ type: String?) -> Bool {
        switch value {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .number: type == "number" || type == "integer" && value.asInt != nil
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }

    private func check(_ holds: Bool, _ fault: String) -> [String] {
        holds ? [] : [fault]
    }
}
