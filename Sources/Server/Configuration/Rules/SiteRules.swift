import EventLoop

extension Rules {
    func checkAddresses(_ read: inout Reader) {
        let url = configuration.publicURL
        let listen = configuration.listen
        let publicURL = ConfigPath("public_url")
        // Sign-in codes and tokens would cross the internet in clear text, and browsers refuse the cookies.
        if url.scheme == .http, url.host.reach == .anywhere {
            read.report(
                publicURL,
                "\(url) would send codes and tokens in clear text; use https, with tls.certificate or a proxy"
            )
        } else if url.scheme == .http, url.host.reach == .site {
            read.warn(
                publicURL, "\(url) sends codes and tokens in clear text through your network; use https")
        }
        if listen.host.reach != .loopback, url.host.reach == .loopback {
            read.warn(
                publicURL,
                "links and QR codes lead to \(url), which other machines cannot reach; set the address they use"
            )
        }
        if listen.host.reach != .loopback, configuration.tls == nil, configuration.trustedProxies.isEmpty {
            read.warn(
                ConfigPath("listen"),
                url.scheme == .https
                    ? "\(listen) answers without TLS, though public_url is https: set tls.certificate and "
                        + "tls.key, or name the proxy that does TLS in trusted_proxies"
                    : "\(listen) answers without TLS to other machines; set tls.certificate and tls.key")
        }
        if configuration.tls != nil, url.scheme == .http {
            read.report(
                publicURL, "\(url) is http, but the server does TLS itself (tls.certificate); use https")
        }
        checkMetrics(&read)
    }

    private func checkMetrics(_ read: inout Reader) {
        guard let metrics = configuration.metrics else { return }
        let path = ConfigPath("metrics", "listen")
        let listen = configuration.listen
        let overlaps =
            metrics.host == listen.host || metrics.host.isUnspecified || listen.host.isUnspecified
        if metrics.port == listen.port, metrics.port != 0, overlaps {
            read.report(path, "\(metrics) is taken by listen; choose another port")
        }
        if metrics.host.reach == .anywhere {
            read.warn(path, "\(metrics) shows the figures of the server to whoever reaches it")
        }
    }

    func checkProxies(_ read: inout Reader) {
        for (number, network) in configuration.trustedProxies.enumerated() where network.length == 0 {
            read.report(
                ConfigPath("trusted_proxies").item(number),
                "\(network) is everybody: any caller could pretend to be anyone; name your proxies only")
        }
    }

    func checkRedis(_ read: inout Reader) {
        if configuration.redis.url != nil, case .sqlite = configuration.store {
            read.warn(
                ConfigPath("redis", "url"),
                "is not used: it joins many servers on one PostgreSQL, and store.url names a SQLite file")
        }
    }

    func checkInbox(_ read: inout Reader) {
        let dev = configuration.dev
        guard dev.inbox, !dev.obstacles.isEmpty else { return }
        let reasons = dev.obstacles.joined(separator: ", ")
        read.report(
            ConfigPath("dev", "inbox"),
            "would show sign-in codes to strangers: \(reasons); leave it out or set false")
    }

    func checkLanguage(_ read: inout Reader) {
        let languages = configuration.languages
        if languages.templates == nil, !["en", "ru"].contains(languages.standard) {
            read.report(
                ConfigPath("languages", "default"),
                "\"\(languages.standard)\" is not built in (en and ru are); set languages.templates")
        }
    }
}
