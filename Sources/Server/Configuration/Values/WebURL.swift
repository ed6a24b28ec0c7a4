/// An absolute `http` or `https` URL, read strictly: ASCII, no user, no fragment, nothing to guess.
struct WebURL: Hashable, Sendable, CustomStringConvertible {
    enum Scheme: String, Sendable {
        case http, https
    }

    let scheme: Scheme
    let host: Host
    /// Absent where the scheme's own is meant.
    let port: UInt16?
    /// What follows the origin, with the query: empty or from the first `/` or `?` on.
    let path: String

    init(scheme: Scheme, host: Host, port: UInt16? = nil, path: String = "") {
        self.scheme = scheme
        self.host = host
        self.port = port == (scheme == .http ? 80 : 443) ? nil : port
        self.path = path
    }

    /// `nil` for what is not such a URL; a name outside ASCII must come in its `xn--` form.
    init?(parsing text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !text.contains(where: { "\\\"<>^`{|}#".contains($0) })
        else { return nil }
        let schemes: [(String, Scheme)] = [("http://", .http), ("https://", .https)]
        guard let (prefix, scheme) = schemes.first(where: { text.hasPrefix($0.0) }) else { return nil }
        let rest = text.dropFirst(prefix.count)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard let authority = Authority(parsing: rest[..<end]), authority.port != 0 else { return nil }
        self.init(
            scheme: scheme, host: authority.host, port: authority.port, path: String(rest[end...]))
    }

    /// Scheme, host and port: what a browser compares.
    var origin: String {
        "\(scheme.rawValue)://\(host)" + (port.map { ":\($0)" } ?? "")
    }

    var description: String { origin + path }
}
