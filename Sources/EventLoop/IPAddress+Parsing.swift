extension IPAddress: LosslessStringConvertible {
    /// Fails for anything but an address alone: no port, brackets, zone, white space or missing part.
    public init?(_ description: String) {
        self.init(parsing: Array(description.utf8).span)
    }

    /// Fails as `init(_:)` does.
    public init?(parsing text: Span<UInt8>) {
        for index in text.indices where text[index] == UInt8(ascii: ":") {
            self.init(parsingIPv6: text)
            return
        }
        guard let bits = Self.ipv4(in: text) else { return nil }
        self.init(ipv4: bits)
    }

    /// Eight groups of up to four hex digits, one run of zeros left out, the last two groups perhaps as IPv4
    /// (RFC 4291, 2.2); fails for anything else.
    public init?(parsingIPv6 text: Span<UInt8>) {
        guard let (front, back) = Self.groups(in: text) else { return nil }
        let missing = 8 - front.count - back.count
        let groups = front + [UInt16](repeating: 0, count: missing) + back
        self.init(ipv6: Self.word(groups.prefix(4)), Self.word(groups.suffix(4)))
    }

    private static func word(_ groups: ArraySlice<UInt16>) -> UInt64 {
        groups.reduce(0) { $0 << 16 | UInt64($1) }
    }

    /// The groups before and behind `::`; without one, eight before and none behind.
    private static func groups(in text: Span<UInt8>) -> (front: [UInt16], back: [UInt16])? {
        var front: [UInt16] = []
        var back: [UInt16] = []
        var isShortened = false
        var index = 0
        if text.count >= 2, text[0] == UInt8(ascii: ":"), text[1] == UInt8(ascii: ":") {
            isShortened = true
            index = 2
        }
        while index < text.count {
            guard front.count + back.count < 8 else { return nil }
            var end = index
            while end < text.count, text[end] != UInt8(ascii: ":") { end += 1 }
            guard let part = part(of: text.extracting(index..<end), isLast: end == text.count) else {
                return nil
            }
            if isShortened { back += part } else { front += part }
            index = end
            guard index < text.count else { break }
            // Behind a group stands a colon and more, or a second colon, once.
            index += 1
            guard index < text.count else { return nil }
            guard text[index] == UInt8(ascii: ":") else { continue }
            guard !isShortened else { return nil }
            isShortened = true
            index += 1
        }
        let count = front.count + back.count
        return (isShortened ? count < 8 : count == 8) ? (front, back) : nil
    }

    /// One group, or two where an IPv4 address ends the text.
    private static func part(of text: Span<UInt8>, isLast: Bool) -> [UInt16]? {
        if let group = group(in: text) { return [group] }
        guard isLast, let bits = ipv4(in: text) else { return nil }
        return [UInt16(truncatingIfNeeded: bits >> 16), UInt16(truncatingIfNeeded: bits)]
    }

    private static func group(in text: Span<UInt8>) -> UInt16? {
        guard (1...4).contains(text.count) else { return nil }
        var value: UInt16 = 0
        for index in text.indices {
            switch text[index] {
            case 0x30...0x39: value = value << 4 | UInt16(text[index] - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt16((text[index] | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }

    /// Four decimal numbers up to 255. A leading zero is refused: to some parsers it means octal.
    private static func ipv4(in text: Span<UInt8>) -> UInt32? {
        var bits: UInt32 = 0
        var octets = 0
        var value: UInt32 = 0
        var digits = 0
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: ".") where digits > 0 && octets < 3:
                bits = bits << 8 | value
                octets += 1
                (value, digits) = (0, 0)
            case 0x30...0x39 where digits == 0 || value > 0:
                value = value * 10 + UInt32(text[index] - 0x30)
                digits += 1
                guard value <= 255 else { return nil }
            default: return nil
            }
        }
        return octets == 3 && digits > 0 ? bits << 8 | value : nil
    }
}
