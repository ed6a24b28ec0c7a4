/// A host with an optional port, as in Host and in an absolute target (RFC 9110, 7.2).
enum HostValue {
    /// Whether `range` is a host name or an IP literal, and a port that exists.
    ///
    /// Narrower than RFC 3986 on purpose: no name in the DNS has an escape or one of `!$&'()*+,;=`, and those
    /// are what makes one reader see another host than the next. An empty host is refused: it is for addresses
    /// without an authority, and `http` has none of those (RFC 9110, 4.2.1).
    static func isValid(in bytes: Span<UInt8>, at range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        let allowed: ByteSet
        var index = first
        let isLiteral = bytes[first] == UInt8(ascii: "[")
        if isLiteral {
            allowed = .addressLiteral
            index += 1
        } else {
            allowed = .hostName
        }
        let start = index
        while index < range.upperBound, allowed.contains(bytes[index]) { index += 1 }
        guard index > start else { return false }
        if isLiteral {
            guard index < range.upperBound, bytes[index] == UInt8(ascii: "]") else { return false }
            index += 1
        }
        guard index < range.upperBound else { return true }
        return bytes[index] == UInt8(ascii: ":") && isPort(in: bytes, at: index + 1..<range.upperBound)
    }

    /// Digits up to 65535, or none: the colon may stand alone (RFC 3986, 3.2.3).
    private static func isPort(in bytes: Span<UInt8>, at range: Range<Int>) -> Bool {
        guard range.count <= 5 else { return false }
        var port = 0
        for index in range {
            let byte = bytes[index]
            guard byte >= 0x30, byte <= 0x39 else { return false }
            port = port * 10 + Int(byte - 0x30)
        }
        return port <= 65535
    }
}
