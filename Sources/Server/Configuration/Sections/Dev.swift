import EventLoop

extension Configuration {
    struct Dev: Sendable {
        /// Whether messages are shown at `/dev/inbox` instead of being sent.
        let inbox: Bool
        /// Whether the operator said so, or it follows from the rest.
        let isStated: Bool
        /// Why the inbox cannot be on: it shows sign-in codes to whoever opens it, so it stays on this machine.
        let obstacles: [String]

        init(_ read: inout Reader, obstacles: [String]) {
            let wanted = read(
                "inbox", .flag, default: true, example: "false", isLeftOut: true,
                "Show messages at /dev/inbox. Left out, it is on while listen and public_url are loopback and no "
                    + "trusted proxy and no real channel is set; true is refused otherwise.")
            isStated = read.isStated(ConfigPath("dev", "inbox"))
            inbox = wanted && (isStated || obstacles.isEmpty)
            self.obstacles = obstacles
        }

        static func obstacles(
            listen: ListenAddress, publicURL: WebURL, trustedProxies: [IPNetwork], email: Email, sms: SMS
        ) -> [String] {
            var reasons: [String] = []
            if listen.host.reach != .loopback { reasons.append("listen is \(listen)") }
            if publicURL.host.reach != .loopback { reasons.append("public_url is \(publicURL)") }
            if !trustedProxies.isEmpty { reasons.append("trusted_proxies is set") }
            if email.isReal { reasons.append("email.url is a real mail server") }
            if sms.isReal { reasons.append("sms.gateways has a real gateway") }
            return reasons
        }
    }
}
