import EventLoop

/// A host with an optional port, as in Host and in an absolute target (RFC 9110, 7.2).
enum HostValue {
    /// Whether `range` is a host name or an IP literal, and a port that exists.
    ///
    /// Narrower than RFC 3986 on purpose: no name in the DNS has an escape or one of `!$&'()*+,;=`, and those
    /// are what makes one reader see another host than the next. An empty host is refused: it is for addresses
    /// without an authority, and `http` has none of those (RFC 9110, 4.2.1).
    static func isValid(in bytes: Span<UInt8>, at range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        var index = first
        if bytes[first] == UInt8(ascii: "[") {
            let allowed = ByteSet.addressLiteral
            index += 1
            while index < range.upperBound, allowed.contains(bytes[index]) { index += 1 }
            guard index < range.upperBound, bytes[index] == UInt8(ascii: "]"),
                IPAddress(parsingIPv6: bytes.extracting(first + 1..<index)) != nil
            else { return false }
            index += 1
        } else {
            let allowed = ByteSet.hostName
            while index < range.upperBound, allowed.contains(bytes[index]) { index += 1 }
            guard index > first else { return false }
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
