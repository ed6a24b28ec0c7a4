/// A place that text goes to, with its own way of escaping. The four below are all there are; they are never
/// made, only named: `Template<HTMLText>`.
public protocol TemplateTarget {
    /// Appends the text so that the reader of the target sees exactly it, and no part of it as syntax.
    static func escape(_ text: String, into output: inout [UInt8])
}

/// Text and quoted attribute values of HTML.
public enum HTMLText: TemplateTarget {
    public static func escape(_ text: String, into output: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            // Old browsers took it for a quote of an attribute.
            case UInt8(ascii: "`"): output += "&#96;".utf8
            // HTML has no way to write it; a parser would drop it or put this in its place.
            case 0: output += "\u{FFFD}".utf8
            default: output.append(byte)
            }
        }
    }
}

/// Mail and SMS text. A value stays on its line and reads in the direction of the text around it: controls, line
/// ends and marks of direction become spaces, so no value can add a line of its own.
public enum PlainText: TemplateTarget {
    public static func escape(_ text: String, into output: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            if moves(scalar) {
                output.append(UInt8(ascii: " "))
            } else {
                output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }

    private static func moves(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        // Line and paragraph separators; marks, embeddings, overrides and isolates of direction (UAX #9).
        case 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// The inside of a JSON string (RFC 8259, section 7), safe inside a script element too.
public enum JSONStringText: TemplateTarget {
    public static func escape(_ text: String, into output: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: output += #"\""#.utf8
            case 0x5C: output += #"\\"#.utf8
            case 0x0A: output += #"\n"#.utf8
            case 0x0D: output += #"\r"#.utf8
            case 0x09: output += #"\t"#.utf8
            // `<` could end a script element, before ES2019 the two separators ended a line of JavaScript, and
            // some readers drop a byte order mark wherever it stands.
            case 0x00...0x1F, 0x3C, 0x7F, 0x2028, 0x2029, 0xFEFF:
                let digits = String(scalar.value, radix: 16)
                output += #"\u"#.utf8
                output += String(repeating: "0", count: 4 - digits.count).utf8
                output += digits.utf8
            default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}

/// One component of a URL, or of a form body: all but the unreserved characters of RFC 3986, section 2.3, is
/// percent-encoded.
public enum URLText: TemplateTarget {
    private static let digits = Array("0123456789ABCDEF".utf8)

    public static func escape(_ text: String, into output: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 0xF)])
            }
        }
    }
}
