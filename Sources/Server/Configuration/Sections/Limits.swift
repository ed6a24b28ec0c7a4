extension Configuration {
    struct Limits: Sendable {
        let startPerContactAndNetwork: [Rate]
        let startPerContact: [Rate]
        let startPerNetwork: [Rate]
        let pairingPerNetwork: [Rate]
        let claimPerSession: [Rate]
        let requestPerAddress: [Rate]

        init(_ read: inout Reader) {
            let second = Duration.seconds(1)
            let minute = Duration.seconds(60)
            let hour = Duration.seconds(3_600)
            startPerContactAndNetwork = read.list(
                "start_per_contact_and_network", .rate,
                default: [Rate(count: 3, per: minute), Rate(count: 10, per: hour)],
                example: "[\"5/1m\"]",
                "Sign-ins started for one contact from one network (IPv4 /24, IPv6 /56).")
            startPerContact = read.list(
                "start_per_contact", .rate, default: [Rate(count: 30, per: hour)], example: "[\"20/1h\"]",
                "Sign-ins started for one contact from everywhere.")
            startPerNetwork = read.list(
                "start_per_network", .rate, default: [Rate(count: 60, per: minute)], example: "[\"30/1m\"]",
                "Sign-ins started from one network.")
            pairingPerNetwork = read.list(
                "pairing_per_network", .rate, default: [Rate(count: 30, per: minute)], example: "[\"60/1m\"]",
                "QR sign-ins started from one network.")
            claimPerSession = read.list(
                "claim_per_session", .rate, default: [Rate(count: 10, per: hour)], example: "[\"5/1h\"]",
                "QR codes scanned by one session.")
            requestPerAddress = read.list(
                "request_per_address", .rate,
                default: [Rate(count: 200, per: second), Rate(count: 3_000, per: minute)],
                example: "[\"50/1s\"]",
                "Requests of one address; checks, keys and health are not counted.")
        }
    }
}
