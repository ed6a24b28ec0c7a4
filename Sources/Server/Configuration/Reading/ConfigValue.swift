import FoundationEssentials

/// What stands in a configuration file, before anybody knows what it means.
enum ConfigValue: Equatable, Sendable {
    case null
    case flag(Bool)
    case whole(Int)
    case fraction(Double)
    case text(String)
    case list([ConfigValue])
    case object([String: ConfigValue])

    /// Reads JSON5. Fails with `nil` when the text is not JSON5 or holds a number that cannot be represented.
    init?(json5 text: some Sequence<UInt8>) {
        guard let value = try? Self.decode(json5: text) else { return nil }
        self = value
    }

    static func decode(json5 text: some Sequence<UInt8>) throws -> ConfigValue {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return try decoder.decode(ConfigValue.self, from: Data(text))
    }
}

extension ConfigValue: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let whole = try? container.decode(Int.self) {
            self = .whole(whole)
        } else if let fraction = try? container.decode(Double.self) {
            self = .fraction(fraction)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if var items = try? decoder.unkeyedContainer() {
            var list: [ConfigValue] = []
            while !items.isAtEnd { list.append(try items.decode(ConfigValue.self)) }
            self = .list(list)
        } else {
            self = .object(try container.decode([String: ConfigValue].self))
        }
    }
}

extension ConfigValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .whole(value) }
    init(floatLiteral value: Double) { self = .fraction(value) }
}

extension ConfigValue: ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(arrayLiteral elements: ConfigValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, ConfigValue)...) {
        self = .object(Dictionary(elements) { first, _ in first })
    }
}

extension ConfigValue {
    /// The value as one line of JSON5. In an object `name` and `kind` come first, the rest by alphabet.
    var json5: String {
        switch self {
        case .null: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .whole(let whole): String(whole)
        case .fraction(let fraction): String(fraction)
        case .text(let text): Self.quoted(text)
        case .list(let items): "[" + items.map(\.json5).joined(separator: ", ") + "]"
        case .object(let members):
            members.isEmpty
                ? "{}"
                : "{ "
                    + members.sorted { Self.rank($0.key) < Self.rank($1.key) }
                    .map { "\(Self.key($0.key)): \($0.value.json5)" }.joined(separator: ", ") + " }"
        }
    }

    private static func rank(_ key: String) -> (Int, String) {
        (["name", "id", "kind"].firstIndex(of: key) ?? 3, key)
    }

    private static func key(_ key: String) -> String {
        let isPlain = key.utf8.allSatisfy {
            ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || $0 == UInt8(ascii: "_")
        }
        return isPlain && !key.isEmpty ? key : quoted(key)
    }

    private static func quoted(_ text: String) -> String {
        // Single quotes spare the reader a row of backslashes.
        let quote: Unicode.Scalar = text.contains("\"") && !text.contains("'") ? "'" : "\""
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote: result += "\\" + String(quote)
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // Control characters never reach a terminal or a log as they are.
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}
