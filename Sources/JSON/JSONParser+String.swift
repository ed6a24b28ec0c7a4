/// Strings: RFC 8259, section 7, with the escapes that section 8.2 calls unpredictable refused.
extension JSONParser {
    /// Reads from an opening quote, at which the parser stands, to the closing one.
    mutating func string(_ input: Span<UInt8>) throws(JSONError) -> String {
        offset += 1
        let start = offset
        var hasEscapes = false
        while offset < input.count {
            switch input[offset] {
            case UInt8(ascii: "\""):
                let inside = start..<offset
                // Escapes are ASCII, so the text is UTF-8 after unescaping if it is before.
                let text = try text(input, inside)
                offset += 1
                return hasEscapes ? try unescaped(input, inside) : text
            case UInt8(ascii: "\\"):
                // Steps over the escaped character too, so that its quote does not end the string.
                hasEscapes = true
                offset = min(offset + 2, input.count)
            case 0..<0x20: throw JSONError(.controlCharacter, at: offset)
            default: offset += 1
            }
        }
        throw JSONError(.unexpectedEnd, at: offset)
    }

    /// The bytes of a range as they stand. Overlong forms, surrogates and what lies beyond U+10FFFF are not UTF-8.
    func text(_ input: Span<UInt8>, _ range: Range<Int>) throws(JSONError) -> String {
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: input.extracting(range)))
        } catch {
            throw JSONError(.notUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
        }
    }

    private func unescaped(_ input: Span<UInt8>, _ range: Range<Int>) throws(JSONError) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = input[at]
            if byte == UInt8(ascii: "\\") {
                let scalar = try escape(input, &at, end: range.upperBound)
                bytes.append(contentsOf: String(scalar).utf8)
            } else {
                bytes.append(byte)
                at += 1
            }
        }
        return try text(bytes.span, 0..<bytes.count)
    }

    /// Reads one escape, or two that make a surrogate pair, and steps over it.
    private func escape(
        _ input: Span<UInt8>, _ at: inout Int, end: Int
    ) throws(JSONError) -> Unicode.Scalar {
        let start = at
        at += 2
        guard at <= end else { throw JSONError(.badEscape, at: start) }
        switch input[at - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw JSONError(.badEscape, at: start)
        }
        guard let unit = codeUnit(input, &at, end: end) else { throw JSONError(.badEscape, at: start) }
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // Not a scalar: a high surrogate with its low one next to it, or a lone half.
        guard unit < 0xDC00, end - at >= 2, input[at] == UInt8(ascii: "\\"),
            input[at + 1] == UInt8(ascii: "u")
        else { throw JSONError(.loneSurrogate, at: start) }
        at += 2
        guard let low = codeUnit(input, &at, end: end) else { throw JSONError(.badEscape, at: at - 2) }
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
        else { throw JSONError(.loneSurrogate, at: start) }
        return scalar
    }

    /// Four hexadecimal digits; nil, and not a step taken, when there are none.
    private func codeUnit(_ input: Span<UInt8>, _ at: inout Int, end: Int) -> UInt16? {
        guard end - at >= 4 else { return nil }
        var unit: UInt16 = 0
        for index in at..<at + 4 {
            let byte = input[index]
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        at += 4
        return unit
    }
}
