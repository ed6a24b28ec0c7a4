/// A host and perhaps a port: `example.com`, `127.0.0.1:8080`, `[::1]:8080`.
struct Authority: Hashable, Sendable {
    let host: Host
    let port: UInt16?

    /// `nil` for anything else; an IPv6 address needs its brackets.
    init?(parsing text: some StringProtocol) {
        let hostText: Substring
        let rest: Substring
        let text = Substring(text)
        if text.hasPrefix("[") {
            guard let close = text.firstIndex(of: "]") else { return nil }
            hostText = text[text.index(after: text.startIndex)..<close]
            rest = text[text.index(after: close)...]
            guard hostText.contains(":") else { return nil }
        } else {
            let colon = text.firstIndex(of: ":") ?? text.endIndex
            hostText = text[..<colon]
            rest = text[colon...]
        }
        guard let host = Host(parsing: String(hostText)) else { return nil }
        self.host = host
        if rest.isEmpty {
            port = nil
        } else {
            let digits = rest.dropFirst()
            guard rest.hasPrefix(":"), (1...5).contains(digits.utf8.count),
                digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits)
            else { return nil }
            self.port = port
        }
    }
}

/// Where a socket listens. Port 0 lets the system choose one.
struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    let host: Host
    let port: UInt16

    init(host: Host, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// `nil` unless the text is an IP address or `localhost`, and a port.
    init?(parsing text: String) {
        guard let authority = Authority(parsing: text), let port = authority.port,
            authority.host.isAddress || authority.host.text == "localhost"
        else { return nil }
        self.init(host: authority.host, port: port)
    }

    var description: String { "\(host):\(port)" }
}
