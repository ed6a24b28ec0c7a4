import Domain

/// Where the data is kept.
enum StoreLocation: Sendable {
    case sqlite(path: String)
    /// The whole URL, which may hold a password.
    case postgres(Secret<String>)

    /// `nil` unless the text is `sqlite:PATH` or begins with `postgres://` or `postgresql://`.
    init?(parsing text: String) {
        if text.hasPrefix("sqlite:") {
            let path = text.dropFirst("sqlite:".count)
            guard !path.isEmpty, !path.hasPrefix("//"), Kind<String>.isPath(String(path)) else { return nil }
            self = .sqlite(path: String(path))
        } else if let rest = Self.rest(of: text, after: ["postgres://", "postgresql://"]), !rest.isEmpty {
            self = .postgres(Secret(text))
        } else {
            return nil
        }
    }

    /// What follows the scheme, when it is one of `schemes` and the text is printable ASCII.
    static func rest(of text: String, after schemes: [String]) -> Substring? {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let scheme = schemes.first(where: text.hasPrefix)
        else { return nil }
        return text.dropFirst(scheme.count)
    }
}

/// Where mails go.
enum MailTransport: Hashable, Sendable {
    /// The development inbox, or the log where that is off.
    case development
    case smtp(host: Host, port: UInt16, implicitTLS: Bool)

    /// `nil` unless the text is `dev:`, `smtp://HOST[:PORT]` or `smtps://HOST[:PORT]`.
    init?(parsing text: String) {
        if text == "dev:" {
            self = .development
            return
        }
        let implicitTLS = text.hasPrefix("smtps://")
        guard let rest = StoreLocation.rest(of: text, after: ["smtps://", "smtp://"]),
            let authority = Authority(parsing: rest), authority.port != 0
        else { return nil }
        self = .smtp(
            host: authority.host, port: authority.port ?? (implicitTLS ? 465 : 587), implicitTLS: implicitTLS)
    }

    var text: String {
        switch self {
        case .development: "dev:"
        case .smtp(let host, let port, let implicitTLS): "\(implicitTLS ? "smtps" : "smtp")://\(host):\(port)"
        }
    }
}
