extension LogField {
    /// Appends `,"name":value`.
    func appendJSON(to bytes: inout [UInt8]) {
        bytes.append(ascii: ",\"")
        bytes.append(escaped: name.description)
        bytes.append(ascii: "\":")
        switch value {
        case .text(let text): bytes.append(quoted: text)
        // JSON has no number for these.
        case .double(let number) where !number.isFinite: bytes.append(quoted: number.description)
        case .integer, .unsigned, .double, .bool, .duration: bytes.append(bare: value)
        }
    }

    /// Appends ` name=value`, quoted where a reader could mistake its end.
    func appendText(to bytes: inout [UInt8]) {
        bytes.append(ascii: " ")
        bytes.append(escaped: name.description)
        bytes.append(ascii: "=")
        switch value {
        case .text(let text) where text.isEmpty || text.utf8.contains(where: \.isQuotedInText):
            bytes.append(quoted: text)
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .integer, .unsigned, .double, .bool, .duration: bytes.append(bare: value)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(quoted text: String) {
        append(ascii: "\"")
        append(escaped: text)
        append(ascii: "\"")
    }

    fileprivate mutating func append(bare value: LogValue) {
        switch value {
        case .text(let text): append(escaped: text)
        case .integer(let number): append(contentsOf: String(number).utf8)
        case .unsigned(let number): append(contentsOf: String(number).utf8)
        case .double(let number): append(contentsOf: number.description.utf8)
        case .bool(let truth): append(ascii: truth ? "true" : "false")
        case .duration(let duration): append(seconds: duration)
        }
    }

    /// Appends seconds with six decimals.
    private mutating func append(seconds duration: Duration) {
        let microseconds = duration.wholeNanoseconds / 1000
        if microseconds < 0 { append(ascii: "-") }
        let (whole, rest) = microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        append(contentsOf: String(whole).utf8)
        append(ascii: ".")
        append(Int(rest), width: 6)
    }
}

extension UInt8 {
    /// Anything but ASCII is quoted as well: what looks like a space may not be one.
    fileprivate var isQuotedInText: Bool {
        mayNeedEscape || self == UInt8(ascii: " ") || self == UInt8(ascii: "=")
    }
}
