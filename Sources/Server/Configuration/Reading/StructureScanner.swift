/// Steps over the pieces of a JSON5 text and counts its lines.
struct StructureScanner {
    typealias SyntaxProblem = LineIndex.SyntaxProblem

    private let text: [UInt8]
    private var position = 0
    private(set) var line = 1

    init(_ text: [UInt8]) {
        self.text = text
        // A byte order mark, as some editors write it.
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    var isAtEnd: Bool { position >= text.count }
    var peek: UInt8? { isAtEnd ? nil : text[position] }
    private var next: UInt8? { position + 1 < text.count ? text[position + 1] : nil }

    func problem(_ reason: String) -> SyntaxProblem {
        SyntaxProblem(line: line, text: reason)
    }

    mutating func advance() {
        guard let byte = peek else { return }
        // CR LF is one line end, and so is CR alone.
        if byte == 0x0A || (byte == 0x0D && next != 0x0A) { line += 1 }
        position += 1
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        advance()
        return true
    }

    /// White space and comments.
    mutating func skipBlanks() throws(SyntaxProblem) {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: advance()
            case UInt8(ascii: "/"): try skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() throws(SyntaxProblem) {
        switch next {
        case UInt8(ascii: "/"):
            while let byte = peek, byte != 0x0A, byte != 0x0D { advance() }
        case UInt8(ascii: "*"):
            let opened = line
            position += 2
            while !(peek == UInt8(ascii: "*") && next == UInt8(ascii: "/")) {
                guard !isAtEnd else { throw problem("the comment of line \(opened) is never closed") }
                advance()
            }
            position += 2
        default: throw problem("unexpected /")
        }
    }

    /// A text in single or double quotes, with its quotes.
    mutating func quoted() throws(SyntaxProblem) -> ArraySlice<UInt8> {
        let start = position
        let quote = text[position]
        let opened = line
        advance()
        while let byte = peek, byte != quote {
            if byte == UInt8(ascii: "\\") {
                // The escaped character may be a line end of two bytes.
                advance()
                if peek == 0x0D && next == 0x0A { advance() }
            } else if byte == 0x0A || byte == 0x0D {
                break
            }
            advance()
        }
        guard peek == quote else {
            throw SyntaxProblem(line: opened, text: "a text has no closing quote on its line")
        }
        advance()
        return text[start..<position]
    }

    mutating func key() throws(SyntaxProblem) -> String {
        if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
            let line = line
            let literal = try quoted()
            guard case .text(let key)? = ConfigValue(json5: literal) else {
                throw SyntaxProblem(line: line, text: "a key has an escape that JSON5 does not know")
            }
            return key
        }
        let start = position
        while let byte = peek, Self.isWordByte(byte) { position += 1 }
        guard position > start else { throw problem("expected a key, found \(found)") }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    /// A number, `true`, `false` or `null`.
    mutating func bare() throws(SyntaxProblem) {
        let start = position
        while let byte = peek, Self.isWordByte(byte) || "+-.".utf8.contains(byte) { position += 1 }
        guard position > start else { throw problem("expected a value, found \(found)") }
        let word = String(decoding: text[start..<position], as: UTF8.self)
        let begin = text[start]
        let isNumber = "+-.".utf8.contains(begin) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(begin)
        guard isNumber || ["true", "false", "null", "Infinity", "NaN"].contains(word) else {
            // The word is not repeated: it may be a secret whose quotes were forgotten.
            throw problem("expected a value, found a bare word; text stands in quotes")
        }
    }

    private var found: String {
        guard let byte = peek else { return "the end" }
        return byte > 0x20 && byte < 0x7F ? String(UnicodeScalar(byte)) : "byte \(byte)"
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
