extension EmailAddress {
    /// The two sides of an address; the domain may still be in Unicode.
    public struct Parts: Hashable, Sendable {
        public let local: String
        public let domain: String

        /// Whether the edge has to convert the domain to A-labels.
        public var needsConversion: Bool {
            !domain.utf8.allSatisfy { $0 < 0x80 }
        }
    }

    static let longest = 254
    /// A domain in Unicode may be longer than its A-labels; past this it cannot fit any more.
    private static let longestTyped = 1024

    /// Splits an address so that the edge can convert its domain. What ASCII the domain has is letters,
    /// digits, hyphens and dots, so it can stand as the host of a URL and adds no port, path or escape to it.
    public static func split(_ text: String) throws(EmailAddressError) -> Parts {
        guard text.utf8.count <= longestTyped else { throw .tooLong }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .unprintable }
        let bytes = text.utf8
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { throw .incomplete }
        let parts = Parts(local: String(text[..<at]), domain: String(text[bytes.index(after: at)...]))
        guard !parts.local.isEmpty, !parts.domain.isEmpty else { throw .incomplete }
        try checkLocalPart(parts.local)
        if parts.domain.utf8.first == UInt8(ascii: "[") { throw .addressLiteral }
        guard parts.domain.utf8.allSatisfy({ $0 >= 0x80 || isLabelByte($0) || $0 == UInt8(ascii: ".") })
        else {
            throw .domain
        }
        return parts
    }

    static func checkLocalPart(_ local: String) throws(EmailAddressError) {
        let bytes = local.utf8
        guard bytes.count <= 64 else { throw .localPartTooLong }
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .unprintable }
        if bytes.first == UInt8(ascii: "\"") { throw .quotedLocalPart }
        let atoms = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAtomByte) }) else { throw .localPart }
    }

    /// The domain in lower case.
    static func checkedDomain(
        _ domain: String, allowingLocalhost: Bool
    ) throws(EmailAddressError) -> String {
        guard domain.utf8.count <= longest else { throw .tooLong }
        guard domain.utf8.allSatisfy({ $0 < 0x80 }) else { throw .domainNotConverted }
        let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy(isLabel), let last = labels.last else { throw .domain }
        let lowercased = domain.lowercased()
        if allowingLocalhost, lowercased == "localhost" { return lowercased }
        guard labels.count >= 2 else { throw .singleLabel }
        guard !last.allSatisfy(isDigit) else { throw .numericTopLevel }
        return lowercased
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        (1...63).contains(label.count) && label.allSatisfy(isLabelByte)
            && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
    }

    /// `atext` of RFC 5322, 3.2.3.
    private static func isAtomByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
