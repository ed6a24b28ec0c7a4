import EventLoop

/// Everything an operator can decide, read and checked once at start.
///
/// The order of the keys is the order of `config/latchkey.json5` and of the reference.
struct Configuration: Sendable {
    let publicURL: WebURL
    let listen: ListenAddress
    /// Networks whose forwarded headers are believed.
    let trustedProxies: [IPNetwork]
    let tls: TLS?
    /// Absent when metrics are switched off.
    let metrics: ListenAddress?
    let store: StoreLocation
    let redis: Redis
    let secretFile: String
    let code: Code
    let guesses: Guesses
    let tokens: Tokens
    let pairing: Pairing
    let registration: Registration
    let password: Password
    let languages: Languages
    let email: Email
    let sms: SMS
    let limits: Limits
    let clients: [Client]
    let webhooks: [Webhook]
    let brand: Brand
    let geoip: GeoIP
    let dev: Dev
    let log: Log

    init(_ read: inout Reader) {
        publicURL = read(
            "public_url", .origin, default: WebURL(scheme: .http, host: .loopback, port: 8080),
            example: "\"https://login.example.com\"",
            "The address people reach the server at; every link, QR code and token is made from it.")
        listen = read(
            "listen", .listenAddress, default: ListenAddress(host: .loopback, port: 8080),
            example: "\"0.0.0.0:443\"",
            "Where the server listens: an IP address and a port, IPv6 in brackets; port 0 picks a free one.")
        trustedProxies = read.list(
            "trusted_proxies", .network, example: "[\"10.0.0.0/8\", \"fd00::/8\"]",
            "Networks of your own proxies: only their forwarded headers are believed.")
        tls = read.group("tls", "TLS by the server itself. Leave both empty behind a proxy that does it.") {
            TLS(&$0)
        }
        metrics = read.group("metrics", "Figures for Prometheus, on an address of their own.") {
            let standard = ListenAddress(host: .loopback, port: 9464)
            return $0(
                "listen", Kind<ListenAddress>.listenAddress.optional, default: standard,
                example: "\"10.0.0.5:9464\"",
                "Where `/metrics` is served; \"\" switches it off.")
        }
        store = read.group("store", "The database.") {
            $0(
                "url", .store, default: .sqlite(path: "data/latchkey.db"),
                example: "\"postgres://latchkey@db.example.com/latchkey\"",
                "`sqlite:PATH` for one server, `postgres://…` for many that share one truth.")
        }
        redis = read.group("redis", "Wake-ups and counters shared by many servers; beside PostgreSQL only.") {
            Redis(&$0)
        }
        secretFile = read(
            "secret_file", .path, default: "data/secret", example: "\"/var/lib/latchkey/secret\"",
            "The file with the server secret, made at first start for its owner alone. Keep a copy of it.")
        code = read.group("code", "The codes that people type.") { Code(&$0) }
        guesses = read.group("guesses", "How many wrong codes are answered, per contact and for all time.") {
            Guesses(&$0)
        }
        tokens = read.group("tokens", "What a signed-in application holds.") { Tokens(&$0) }
        pairing = read.group("pairing", "Signing in by QR code.") { Pairing(&$0) }
        registration = read(
            "registration", .choice, default: .open, example: "\"closed\"",
            "Whether anybody may make an account, or only people who have one may sign in.")
        password = read.group("password", "Passwords are optional and never enough alone.") { Password(&$0) }
        languages = read.group("languages", "Pages and messages.") { Languages(&$0) }
        email = read.group("email", "How mails are sent.") { Email(&$0) }
        sms = read.group("sms", "How text messages are sent, and what they may cost.") { SMS(&$0) }
        limits = read.group(
            "limits", "Rates as COUNT/DURATION; all in a list hold at once, [] switches a limit off."
        ) {
            Limits(&$0)
        }
        clients = Client.list(&read)
        webhooks = Webhook.list(&read)
        brand = read.group("brand", "What people see.") { Brand(&$0) }
        geoip = read.group("geoip", "Names of places for addresses.") { GeoIP(&$0) }
        let obstacles = Dev.obstacles(
            listen: listen, publicURL: publicURL, trustedProxies: trustedProxies, email: email, sms: sms)
        dev = read.group("dev", "Help while developing.") { Dev(&$0, obstacles: obstacles) }
        log = read.group("log", "What the server says about itself, on standard error.") { Log(&$0) }
    }
}
