/// Reads what `ClaimsWriter` writes, and nothing else: the members in their order, no white space, none twice.
///
/// Only payloads with a right signature come here, so this guards against our own other versions and mistakes.
struct ClaimsReader {
    private var rest: ArraySlice<UInt8>
    private var isFirst = true

    init(_ payload: [UInt8]) throws(TokenError) {
        rest = payload[...]
        try expect("{")
    }

    /// Whether the next member bears this name; if so its value is to be read.
    mutating func takes(_ name: String) -> Bool {
        let start = (isFirst ? "" : ",") + "\"" + name + "\":"
        guard rest.starts(with: start.utf8) else { return false }
        rest = rest.dropFirst(start.utf8.count)
        isFirst = false
        return true
    }

    mutating func string(_ name: String) throws(TokenError) -> String {
        guard takes(name) else { throw .malformed }
        return try string()
    }

    mutating func optionalString(_ name: String) throws(TokenError) -> String? {
        takes(name) ? try string() : nil
    }

    mutating func number(_ name: String) throws(TokenError) -> Int64 {
        guard takes(name) else { throw .malformed }
        let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        rest = rest[digits.endIndex...]
        // JWT's seconds need 10 digits now and 12 for the next 30,000 years.
        guard (1...12).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else {
            throw .malformed
        }
        return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    mutating func strings(_ name: String) throws(TokenError) -> [String] {
        guard takes(name) else { throw .malformed }
        try expect("[")
        var values: [String] = []
        while rest.first != UInt8(ascii: "]") {
            if !values.isEmpty { try expect(",") }
            values.append(try string())
        }
        try expect("]")
        return values
    }

    mutating func finish() throws(TokenError) {
        try expect("}")
        guard rest.isEmpty else { throw .malformed }
    }

    private mutating func string() throws(TokenError) -> String {
        try expect("\"")
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
                return text
            case UInt8(ascii: "\\"): bytes.append(try escaped())
            case ..<0x20: throw .malformed
            default: bytes.append(byte)
            }
        }
        throw .malformed
    }

    private mutating func escaped() throws(TokenError) -> UInt8 {
        switch rest.popFirst() {
        case UInt8(ascii: "\""): return UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
        case UInt8(ascii: "u"):
            let digits = String(decoding: rest.prefix(4), as: UTF8.self)
            rest = rest.dropFirst(4)
            guard digits.utf8.count == 4, digits.first != "+", let value = UInt8(digits, radix: 16),
                value < 0x20
            else { throw .malformed }
            return value
        default: throw .malformed
        }
    }

    private mutating func expect(_ text: String) throws(TokenError) {
        guard rest.starts(with: text.utf8) else { throw .malformed }
        rest = rest.dropFirst(text.utf8.count)
    }
}
