extension Rules {
    func checkEmail(_ read: inout Reader) {
        let email = configuration.email
        if email.isReal, email.from.host.reach != .anywhere {
            read.warn(
                ConfigPath("email", "from"), "many mail servers refuse mail from \(email.from.address)")
        }
        if !email.isReal, !configuration.dev.inbox {
            read.warn(
                ConfigPath("email", "url"),
                "nobody gets mail: dev: means the development inbox, which is off; set a mail server")
        }
    }

    func checkGateways(_ read: inout Reader) {
        let sms = configuration.sms
        let gateways = ConfigPath("sms", "gateways")
        var seen: Set<String> = []
        for gateway in sms.gateways where !seen.insert(gateway.name).inserted {
            read.report(gateways, "two gateways are named \"\(gateway.name)\"; each needs a name of its own")
        }
        if sms.isReal {
            if sms.allowedPrefixes.isEmpty {
                read.report(
                    ConfigPath("sms", "allowed_prefixes"),
                    "a real gateway needs the prefixes it may send to, such as [\"+49\"]; without them "
                        + "strangers could send messages to expensive numbers at your cost")
            }
            if sms.gateways.contains(where: { !$0.isReal }) {
                read.report(
                    gateways,
                    "a console gateway beside a real one would print codes whenever the real one fails; remove it"
                )
            }
            for (key, rates) in [
                ("max_per_number", sms.maxPerNumber), ("max_per_prefix", sms.maxPerPrefix),
                ("max_in_all", sms.maxInAll),
            ] where rates.isEmpty {
                read.warn(ConfigPath("sms", key), "is switched off: nothing bounds what messages may cost")
            }
        } else if !sms.gateways.isEmpty, !configuration.dev.inbox {
            read.warn(
                gateways,
                "nobody gets text messages: the development inbox is off; set a gateway, or [] to refuse phones"
            )
        }
    }

    func checkRoutes(_ read: inout Reader) {
        let sms = configuration.sms
        let names = sms.gateways.map(\.name)
        var seen: Set<String> = []
        for route in sms.routes {
            let place = ConfigPath("sms", "routes")
            if !seen.insert(route.prefix).inserted {
                read.report(place, "two routes are for \(route.prefix); only one can count")
            }
            if route.gateways.isEmpty {
                read.report(place, "the route for \(route.prefix) names no gateway")
            }
            for name in route.gateways where !names.contains(name) {
                let hint = Nearest.to(name, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
                read.report(
                    place, "the route for \(route.prefix) names \"\(name)\", which is no gateway\(hint)")
            }
        }
    }

    func checkClients(_ read: inout Reader) {
        var seen: Set<String> = []
        for client in configuration.clients where !seen.insert(client.id).inserted {
            read.report(ConfigPath("clients"), "two clients have the id \"\(client.id)\"")
        }
    }
}
