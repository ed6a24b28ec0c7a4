import Domain

extension Kind where Value == ListenAddress {
    static var listenAddress: Kind {
        .text(
            "address", expected: "an address and port such as \"127.0.0.1:8080\" or \"[::1]:8080\"",
            parse: ListenAddress.init(parsing:), write: \.description)
    }
}

extension Kind where Value == WebURL {
    /// Scheme, host and port alone.
    static var origin: Kind {
        .text(
            "URL", expected: "an http or https URL without path such as \"https://login.example.com\"",
            parse: { text in
                guard let url = WebURL(parsing: text), ["", "/"].contains(url.path), !url.host.isUnspecified
                else { return nil }
                return WebURL(scheme: url.scheme, host: url.host, port: url.port)
            }, write: \.description)
    }

    static var webURL: Kind {
        .text(
            "URL", expected: "an http or https URL such as \"https://example.com/hook\"",
            parse: WebURL.init(parsing:), write: \.description)
    }
}

extension Kind where Value == String {
    /// Where a browser is sent back to, compared byte by byte (RFC 9700, section 2.1).
    static var redirect: Kind {
        .text(
            "URL",
            expected:
                "an https URL, http for this machine only, or an app's own such as \"com.example.app:/back\"",
            parse: { isRedirect($0) ? $0 : nil }, write: { $0 })
    }

    private static func isRedirect(_ text: String) -> Bool {
        if let url = WebURL(parsing: text) { return url.scheme == .https || url.host.reach == .loopback }
        // RFC 8252, section 7.1: a scheme of an app's own is a domain name in reverse, so it has a dot.
        guard let colon = text.firstIndex(of: ":"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !text.contains("#")
        else { return false }
        let scheme = text[..<colon]
        return scheme.contains(".") && (Host(parsing: String(scheme)).map { !$0.isAddress } ?? false)
    }
}

extension Kind where Value == StoreLocation {
    static var store: Kind {
        .text(
            "URL", expected: "\"sqlite:PATH\" or \"postgres://USER:PASSWORD@HOST/DATABASE\"", isSecret: true,
            parse: StoreLocation.init(parsing:),
            write: { location in
                switch location {
                case .sqlite(let path): "sqlite:" + path
                case .postgres(let url): url.reveal()
                }
            })
    }
}

extension Kind where Value == MailTransport {
    static var mailTransport: Kind {
        .text(
            "URL", expected: "\"dev:\", \"smtp://HOST:587\" or \"smtps://HOST:465\"",
            parse: MailTransport.init(parsing:), write: \.text)
    }
}

extension Kind where Value == Mailbox {
    static var mailbox: Kind {
        .text(
            "sender", expected: "a sender such as \"Latchkey <no-reply@example.com>\"",
            parse: Mailbox.init(parsing:), write: \.description)
    }
}

extension Kind where Value == Secret<String> {
    static var secret: Kind {
        .text(
            "secret", expected: "a text that is not empty", isSecret: true,
            parse: { Kind<String>.isLine($0) && !$0.isEmpty ? Secret($0) : nil }, write: { $0.reveal() })
    }

    static var redis: Kind {
        .text(
            "URL", expected: "\"redis://HOST:6379\" or \"rediss://…\" with TLS", isSecret: true,
            parse: { text in
                guard let rest = StoreLocation.rest(of: text, after: ["redis://", "rediss://"]), !rest.isEmpty
                else { return nil }
                return Secret(text)
            }, write: { $0.reveal() })
    }
}

extension Kind where Value == [String: Secret<String>] {
    /// Request fields: their values often hold keys, so all are secrets.
    static var headers: Kind {
        Kind(
            "headers", shape: .structure,
            expected: "an object of names and texts such as { \"X-Api-Key\": \"…\" }", isSecret: true,
            read: { found in
                guard case .object(let members) = found else { return nil }
                var headers: [String: Secret<String>] = [:]
                for (name, value) in members {
                    guard isFieldName(name), case .text(let text) = value, Kind<String>.isLine(text) else {
                        return nil
                    }
                    headers[name] = Secret(text)
                }
                return headers
            },
            write: { .object($0.mapValues { .text($0.reveal()) }) })
    }

    /// RFC 9110, section 5.6.2: a token.
    private static func isFieldName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
