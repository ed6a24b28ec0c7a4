import EventLoop

/// What the server would do, in plain words.
struct CheckReport {
    let loaded: LoadedConfiguration

    private var configuration: Configuration { loaded.configuration }

    var lines: [String] {
        let rows = [
            ("configuration", loaded.file ?? "defaults, no file"),
            ("listens on", listening),
            ("public URL", configuration.publicURL.description),
            ("trusted proxies", shown(configuration.trustedProxies.map(\.description))),
            ("metrics", configuration.metrics.map { "http://\($0)/metrics" } ?? "off"),
            ("store", store),
            ("server secret", configuration.secretFile),
            ("codes", codes),
            ("registration", configuration.registration == .open ? "open to everybody" : "closed"),
            ("e-mail", email),
            ("text messages", messages),
            ("development inbox", inbox),
            ("applications", shown(configuration.clients.map(\.id))),
            ("webhooks", shown(configuration.webhooks.map { $0.url.origin })),
        ]
        let width = (rows.map(\.0.count).max() ?? 0) + 2
        return rows.map { name, text in
            name + ":" + String(repeating: " ", count: width - name.count) + text
        } + loaded.warnings.map { "warning: \($0)" }
            + [
                loaded.warnings.isEmpty
                    ? "The configuration is good." : "The configuration is good, with warnings."
            ]
    }

    private func shown(_ items: [String]) -> String {
        items.isEmpty ? "none" : items.joined(separator: ", ")
    }

    private var listening: String {
        "\(configuration.listen), "
            + (configuration.tls.map { "TLS with \($0.certificate)" } ?? "without TLS")
    }

    private var store: String {
        switch configuration.store {
        case .sqlite(let path): "SQLite in \(path)"
        case .postgres: "PostgreSQL" + (configuration.redis.url == nil ? "" : " and Redis")
        }
    }

    private var codes: String {
        let code = configuration.code
        return "\(code.length) digits, good for \(DurationText.format(code.ttl)), \(code.tries) tries"
    }

    private var email: String {
        let email = configuration.email
        switch email.transport {
        case .development: return configuration.dev.inbox ? "to the development inbox" : "nowhere"
        case .smtp(let host, let port, let implicitTLS):
            let encryption = implicitTLS ? "TLS" : "STARTTLS \(email.startTLS.rawValue)"
            return "by \(host):\(port) (\(encryption)), from \(email.from)"
        }
    }

    private var messages: String {
        let sms = configuration.sms
        guard !sms.gateways.isEmpty else { return "off, phone numbers are refused" }
        let names = sms.gateways.map { "\($0.name) (\($0.kind))" }.joined(separator: ", then ")
        return sms.isReal ? "by \(names), to \(shown(sms.allowedPrefixes))" : "by \(names)"
    }

    private var inbox: String {
        let dev = configuration.dev
        if dev.inbox {
            let reason = dev.isStated ? "dev.inbox says so" : "everything stays on this machine"
            return "on, at \(configuration.publicURL.origin)/dev/inbox: \(reason)"
        }
        return "off: " + (dev.obstacles.isEmpty ? "dev.inbox says so" : dev.obstacles.joined(separator: ", "))
    }
}
