extension JSONWriter {
    public mutating func null() {
        append("null")
    }

    public mutating func bool(_ value: Bool) {
        append(value ? "true" : "false")
    }

    public mutating func int(_ value: Int64) {
        var digits: InlineArray<19, UInt8> = .init(repeating: 0)
        var left = value.magnitude
        var start = digits.count
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
            left /= 10
        } while left > 0
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        for index in start..<digits.count { bytes.append(digits[index]) }
    }

    /// The shortest digits that read back as the same number; null for infinity and NaN, which JSON cannot say.
    public mutating func double(_ value: Double) {
        if value.isFinite { append(value.description) } else { null() }
    }

    /// Writes a quoted string: runs that need no escape in one piece, the rest escaped.
    public mutating func string(_ value: String) {
        let text = value.utf8.span
        bytes.append(UInt8(ascii: "\""))
        var runStart = 0
        var index = 0
        while index < text.count {
            let length = Self.escapedLength(text, at: index)
            if length == 0 {
                index += 1
                continue
            }
            append(text, runStart..<index)
            escape(text, at: index, length: length)
            index += length
            runStart = index
        }
        append(text, runStart..<text.count)
        bytes.append(UInt8(ascii: "\""))
    }

    /// How many bytes from here on must be written as one escape: none, one of ASCII or a line separator's three.
    private static func escapedLength(_ text: Span<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return 1
        // Not asked for by RFC 8259: with them a text could leave the script element that it stands in.
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): return 1
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9; older JavaScript ends a line there.
        case 0xE2 where text.count - index >= 3 && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
            return 3
        default: return 0
        }
    }

    private mutating func escape(_ text: Span<UInt8>, at index: Int, length: Int) {
        if length == 3 {
            append(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
            return
        }
        switch text[index] {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        case let byte:
            append("\\u00")
            bytes.append(Self.hexDigit(byte >> 4))
            bytes.append(Self.hexDigit(byte & 0x0F))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
    }

    mutating func append(_ text: String) {
        let text = text.utf8.span
        append(text, 0..<text.count)
    }

    private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
        unsafe text.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
}
