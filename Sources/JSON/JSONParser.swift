/// The grammar of RFC 8259 over a span of bytes. Every byte is looked at a bounded number of times.
struct JSONParser {
    /// Beyond it the stack of a small thread might not do, whatever a caller asks for.
    static let deepest = 128

    var offset = 0
    private var depthLeft: Int

    init(depth: Int) {
        depthLeft = min(depth, Self.deepest)
    }

    mutating func document(_ input: Span<UInt8>) throws(JSONError) -> JSONValue {
        // Section 8.1: a reader may ignore a byte order mark; we refuse it, as no client needs one.
        if input.count >= 3, input[0] == 0xEF, input[1] == 0xBB, input[2] == 0xBF {
            throw JSONError(.byteOrderMark, at: 0)
        }
        skipSpace(input)
        let value = try value(input)
        skipSpace(input)
        guard offset == input.count else { throw JSONError(.trailingBytes, at: offset) }
        return value
    }

    private mutating func value(_ input: Span<UInt8>) throws(JSONError) -> JSONValue {
        guard let first = peek(input) else { throw unexpected(input) }
        switch first {
        case UInt8(ascii: "\""): return .string(try string(input))
        case UInt8(ascii: "{"): return try object(input)
        case UInt8(ascii: "["): return try array(input)
        case UInt8(ascii: "t"):
            try word("true", input)
            return .bool(true)
        case UInt8(ascii: "f"):
            try word("false", input)
            return .bool(false)
        case UInt8(ascii: "n"):
            try word("null", input)
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(input))
        default: throw unexpected(input)
        }
    }

    private mutating func object(_ input: Span<UInt8>) throws(JSONError) -> JSONValue {
        try enter()
        var members: [JSONObject.Member] = []
        var keys = KeyCheck()
        skipSpace(input)
        if !take(UInt8(ascii: "}"), input) {
            repeat {
                skipSpace(input)
                let start = offset
                guard peek(input) == UInt8(ascii: "\"") else { throw unexpected(input) }
                let key = try string(input)
                guard keys.admits(key, after: members) else { throw JSONError(.doubledKey, at: start) }
                skipSpace(input)
                guard take(UInt8(ascii: ":"), input) else { throw unexpected(input) }
                skipSpace(input)
                members.append(JSONObject.Member(key: key, value: try value(input)))
                skipSpace(input)
            } while take(UInt8(ascii: ","), input)
            guard take(UInt8(ascii: "}"), input) else { throw unexpected(input) }
        }
        depthLeft += 1
        return .object(JSONObject(distinct: members))
    }

    private mutating func array(_ input: Span<UInt8>) throws(JSONError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        skipSpace(input)
        if !take(UInt8(ascii: "]"), input) {
            repeat {
                skipSpace(input)
                elements.append(try value(input))
                skipSpace(input)
            } while take(UInt8(ascii: ","), input)
            guard take(UInt8(ascii: "]"), input) else { throw unexpected(input) }
        }
        depthLeft += 1
        return .array(elements)
    }

    /// Steps over an opening bracket, if the depth allows one more.
    private mutating func enter() throws(JSONError) {
        guard depthLeft > 0 else { throw JSONError(.tooDeep, at: offset) }
        depthLeft -= 1
        offset += 1
    }

    private mutating func word(_ word: StaticString, _ input: Span<UInt8>) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard take(unsafe word.utf8Start[index], input) else { throw unexpected(input) }
        }
    }

    func peek(_ input: Span<UInt8>) -> UInt8? {
        offset < input.count ? input[offset] : nil
    }

    mutating func take(_ byte: UInt8, _ input: Span<UInt8>) -> Bool {
        guard offset < input.count, input[offset] == byte else { return false }
        offset += 1
        return true
    }

    func unexpected(_ input: Span<UInt8>) -> JSONError {
        JSONError(offset < input.count ? .unexpectedByte : .unexpectedEnd, at: offset)
    }

    private mutating func skipSpace(_ input: Span<UInt8>) {
        while offset < input.count {
            switch input[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }
}
