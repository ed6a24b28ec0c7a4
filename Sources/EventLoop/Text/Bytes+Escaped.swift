extension [UInt8] {
    /// Appends `text` as the inside of a JSON string. Beyond what JSON asks for, everything that can end a
    /// line, steer a terminal or reverse the order of what is read is escaped too, so that no value can pass
    /// for more than a value.
    mutating func append(escaped text: String) {
        guard text.utf8.contains(where: \.mayNeedEscape) else {
            append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars { append(escaped: scalar) }
    }

    private mutating func append(escaped scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append(ascii: "\\\"")
        case "\\": append(ascii: "\\\\")
        case "\n": append(ascii: "\\n")
        case "\r": append(ascii: "\\r")
        case "\t": append(ascii: "\\t")
        default:
            if scalar.isHazard {
                append(ascii: "\\u")
                // All of them lie in the first plane.
                for shift in [12, 8, 4, 0] { append(hexDigit: UInt8(scalar.value >> shift & 0xF)) }
            } else {
                append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
            }
        }
    }

    private mutating func append(hexDigit digit: UInt8) {
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
}

extension UInt8 {
    /// Whether a byte of UTF-8 can be part of something that is escaped.
    var mayNeedEscape: Bool {
        self < 0x20 || self >= 0x7F || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}

extension Unicode.Scalar {
    /// Control characters (C0, DEL, C1), line and paragraph separator, and the marks that change the
    /// direction of text.
    fileprivate var isHazard: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
