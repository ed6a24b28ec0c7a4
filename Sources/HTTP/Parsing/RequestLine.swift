/// The first line: method SP target SP version, one space each (RFC 9112, 3).
struct RequestLine {
    var method: Method
    var target: RequestTarget
    var minorVersion: Int
}

extension HeadParser {
    private static let longestMethod = 32

    func requestLine(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) -> RequestLine {
        let method = try method(in: bytes, at: &position)
        let target = try target(in: bytes, at: &position, of: method)
        let minorVersion = try minorVersion(in: bytes, at: &position)
        try endLine(in: bytes, at: &position)
        return RequestLine(method: method, target: target, minorVersion: minorVersion)
    }

    private func method(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) -> Method {
        let token = ByteSet.token
        let start = position
        var end = start
        while end < bytes.count, token.contains(bytes[end]) {
            guard end - start < Self.longestMethod else { throw .malformed("The method is too long.") }
            end += 1
        }
        guard end < bytes.count else { throw .incomplete }
        guard end > start, bytes[end] == .space else {
            throw .malformed("The request does not begin with a method and a space.")
        }
        position = end + 1
        let method = Method(in: bytes, at: start..<end)
        // What follows a CONNECT may pass for a tunnel in a proxy on the way.
        guard method != .other("CONNECT") else { throw .malformed("This server is no tunnel.") }
        return method
    }

    private func minorVersion(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) -> Int {
        try step(over: "HTTP/1.", in: bytes, at: &position)
        guard position < bytes.count else { throw .incomplete }
        let digit = bytes[position]
        guard digit == 0x30 || digit == 0x31 else {
            throw .malformed("The version is not HTTP/1.0 or HTTP/1.1.")
        }
        position += 1
        return Int(digit - 0x30)
    }

    private func step(
        over expected: StaticString, in bytes: Span<UInt8>, at position: inout Int
    ) throws(Stop) {
        let start = unsafe expected.utf8Start
        for offset in 0..<expected.utf8CodeUnitCount {
            guard position < bytes.count else { throw .incomplete }
            guard unsafe bytes[position] == start[offset] else {
                throw .malformed("The version is not HTTP/1.0 or HTTP/1.1.")
            }
            position += 1
        }
    }
}

extension Method {
    /// The method that `range` names; a string is made only for one without a case of its own.
    fileprivate init(in bytes: Span<UInt8>, at range: Range<Int>) {
        switch range.count {
        case 3 where bytes.holds("GET", at: range): self = .get
        case 3 where bytes.holds("PUT", at: range): self = .put
        case 4 where bytes.holds("POST", at: range): self = .post
        case 4 where bytes.holds("HEAD", at: range): self = .head
        case 5 where bytes.holds("PATCH", at: range): self = .patch
        case 6 where bytes.holds("DELETE", at: range): self = .delete
        case 7 where bytes.holds("OPTIONS", at: range): self = .options
        default: self = .other(String(decoding: range.map { bytes[$0] }, as: UTF8.self))
        }
    }
}
