/// What the known fields of one head say together. Each is judged when its line ends.
struct FieldRules {
    private let minorVersion: Int
    private var seen: UInt16 = 0
    private(set) var host: Range<Int>?
    private(set) var framing = HeadLayout.Framing.none
    private var closes = false
    private var asksToKeepAlive = false
    private var asksToContinue = false

    init(minorVersion: Int) {
        self.minorVersion = minorVersion
    }

    /// HTTP/1.1 stays open unless told to close, HTTP/1.0 only when asked to (RFC 9112, 9.3).
    var keepsAlive: Bool {
        !closes && (minorVersion == 1 || asksToKeepAlive)
    }

    var expectsContinue: Bool {
        asksToContinue && framing != .none && framing != .length(0)
    }

    mutating func take(_ field: KnownField, in bytes: Span<UInt8>, at value: Range<Int>) throws(Stop) {
        if field != .connection { try refuseSecond(field) }
        switch field {
        case .host:
            guard HostValue.isValid(in: bytes, at: value) else { throw .malformed("Host is not a host.") }
            host = value
        case .contentLength:
            try frame(as: .length(try length(in: bytes, at: value)))
        case .transferEncoding:
            // Anything but this one coding would be read by its last coding here and by its first elsewhere;
            // and before 1.1 there is none (RFC 9112, 6.1).
            guard minorVersion == 1, bytes.spells("chunked", at: value) else {
                throw .malformed("The transfer coding is not chunked in HTTP/1.1.")
            }
            try frame(as: .chunked)
        case .connection:
            try takeOptions(in: bytes, at: value)
        case .expect:
            // HTTP/1.0 knows no expectation (RFC 9110, 10.1.1).
            guard minorVersion == 1 else { return }
            guard bytes.equalsContinue(at: value) else {
                throw .malformed("Only 100-continue can be expected.")
            }
            asksToContinue = true
        case .contentType, .authorization, .cookie, .origin, .fetchSite:
            break
        }
    }

    /// What only the whole head shows.
    func check() throws(Stop) {
        guard minorVersion == 0 || host != nil else { throw .malformed("Host is missing.") }
    }

    /// Two of one of these let a proxy believe the first and this server the second: where the body ends
    /// (Content-Length, Transfer-Encoding), who asks (Authorization, Cookie), whether a form came from our own
    /// page (Origin, Sec-Fetch-Site), how the body reads (Content-Type), and for whom it is (Host). RFC 9110,
    /// 5.3 forbids them to senders. Fields that are lists or are only shown, like User-Agent, may repeat.
    private mutating func refuseSecond(_ field: KnownField) throws(Stop) {
        let bit: UInt16 = 1 << field.rawValue
        guard seen & bit == 0 else { throw .malformed("A field comes twice that may come once.") }
        seen |= bit
    }

    /// Length and chunked together are how a second request is hidden in the body of a first (RFC 9112, 6.1).
    private mutating func frame(as framing: HeadLayout.Framing) throws(Stop) {
        guard self.framing == .none else {
            throw .malformed("The body has both a length and a transfer coding.")
        }
        self.framing = framing
    }

    /// Digits alone: a sign, a list or a space inside is a number to some parsers. 18 digits fit an Int.
    private func length(in bytes: Span<UInt8>, at value: Range<Int>) throws(Stop) -> Int {
        guard (1...18).contains(value.count) else {
            throw .malformed("Content-Length is not a number of digits.")
        }
        var length = 0
        for index in value {
            let byte = bytes[index]
            guard byte >= 0x30, byte <= 0x39 else {
                throw .malformed("Content-Length is not a number of digits.")
            }
            length = length * 10 + Int(byte - 0x30)
        }
        return length
    }

    /// Reads a list of tokens; empty members are passed over (RFC 9110, 5.6.1.2).
    private mutating func takeOptions(in bytes: Span<UInt8>, at value: Range<Int>) throws(Stop) {
        let token = ByteSet.token
        var start = value.lowerBound
        while start < value.upperBound {
            var comma = start
            while comma < value.upperBound, bytes[comma] != UInt8(ascii: ",") { comma += 1 }
            let option = bytes.trimmingWhiteSpace(start..<comma)
            for index in option where !token.contains(bytes[index]) {
                throw .malformed("Connection is not a list of tokens.")
            }
            if bytes.spells("close", at: option) { closes = true }
            if bytes.spells("keep-alive", at: option) { asksToKeepAlive = true }
            start = comma + 1
        }
    }
}

extension Span where Element == UInt8 {
    fileprivate func equalsContinue(at range: Range<Int>) -> Bool {
        range.count == 12 && holds("100-", at: range.prefix(4)) && spells("continue", at: range.dropFirst(4))
    }
}
