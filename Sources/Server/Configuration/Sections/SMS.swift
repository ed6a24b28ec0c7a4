extension Configuration {
    struct SMS: Sendable {
        /// In the order they are tried.
        let gateways: [SMSGateway]
        let routes: [Route]
        let allowedPrefixes: [String]
        let maxPerNumber: [Rate]
        let maxPerPrefix: [Rate]
        let maxInAll: [Rate]
        let usedShareFloor: Double

        /// Whether messages leave this machine and cost money.
        var isReal: Bool { gateways.contains { $0.isReal } }

        init(_ read: inout Reader) {
            gateways = read.items(
                "gateways", default: [["name": "dev", "kind": "console"]], samples: SMSGateway.samples,
                "Who sends text messages, in the order they are tried; [] refuses phone numbers.",
                SMSGateway.init)
            routes = read.items(
                "routes", samples: [["prefix": "+49", "gateways": ["main"]]],
                "Which gateways serve which numbers; the longest prefix counts, all gateways serve the rest.",
                Route.init)
            allowedPrefixes = read.list(
                "allowed_prefixes", .phonePrefix, example: "[\"+49\", \"+43\"]",
                "Numbers that may get messages; a real gateway needs at least one.")
            let day = Duration.seconds(86_400)
            maxPerNumber = read.list(
                "max_per_number", .rate, default: [Rate(count: 10, per: day)], example: "[\"5/1d\"]",
                "Messages to one number, at most.")
            maxPerPrefix = read.list(
                "max_per_prefix", .rate, default: [Rate(count: 200, per: .seconds(3_600))],
                example: "[\"50/1h\"]", "Messages to one allowed prefix, at most.")
            maxInAll = read.list(
                "max_in_all", .rate, default: [Rate(count: 2_000, per: day)], example: "[\"500/1d\"]",
                "Messages in all, at most.")
            usedShareFloor = read(
                "used_share_floor", .share, default: 0.2, example: "0.3",
                "Sending to a prefix stops when fewer of its codes than this share are used; 0 never stops.")
        }
    }

    struct Route: Sendable {
        let prefix: String
        let gateways: [String]

        init?(_ read: inout Reader) {
            let prefix = read.required(
                "prefix", .phonePrefix, example: "\"+49\"", "The beginning of the numbers.")
            let gateways = read.required(
                "gateways", Kind<String>.label.list, example: "[\"main\"]", "Their names, first choice first."
            )
            guard let prefix, let gateways else { return nil }
            self.prefix = prefix
            self.gateways = gateways
        }
    }
}
