import Domain

/// Something that sends text messages, with all it needs to do so.
struct SMSGateway: Sendable {
    enum Service: Sendable {
        /// Prints them, or shows them in the development inbox.
        case console
        case http(HTTPTemplate)
        case twilio(Twilio)
        case vonage(Vonage)
        case smsc(SMSC)
        case kannel(Kannel)
        case exec(program: String, arguments: [String])
    }

    private enum Sort: String, CaseIterable {
        case console, http, twilio, vonage, smsc, kannel, exec
    }

    let name: String
    /// What its `kind` says.
    let kind: String
    let timeout: Duration
    /// What a delivery report must bring along; without one reports are refused.
    let callbackSecret: Secret<String>?
    let service: Service

    var isReal: Bool {
        if case .console = service { false } else { true }
    }

    init?(_ read: inout Reader) {
        let name = read.required(
            "name", .label, example: "\"main\"", "Its name in routes, metrics and callbacks.")
        let kind: Sort? = read.required("kind", .choice, example: "\"twilio\"", "What it speaks.")
        let place = read.place
        timeout = read(
            "timeout", .duration(from: .seconds(1), to: .seconds(60)), default: .seconds(10),
            example: "\"5s\"", "How long one attempt may take.")
        callbackSecret = read.secret("callback_secret", "What its delivery reports must bring along.")
        self.kind = kind?.rawValue ?? ""
        guard let kind else {
            // Which keys belong here is not known: calling them unknown would only distract.
            read.acceptAnyKey()
            return nil
        }
        let service = Self.service(kind, &read)
        if kind == .console, callbackSecret != nil {
            read.report(place, "a console gateway gets no delivery reports; leave out \"callback_secret\"")
        }
        guard let name, let service else { return nil }
        self.name = name
        self.service = service
    }

    private static func service(_ kind: Sort, _ read: inout Reader) -> Service? {
        switch kind {
        case .console: .console
        case .http: HTTPTemplate(&read).map(Service.http)
        case .twilio: Twilio(&read).map(Service.twilio)
        case .vonage: Vonage(&read).map(Service.vonage)
        case .smsc: SMSC(&read).map(Service.smsc)
        case .kannel: Kannel(&read).map(Service.kannel)
        case .exec: exec(&read)
        }
    }

    private static func exec(_ read: inout Reader) -> Service? {
        let program = read.required(
            "program", .path, example: "\"/usr/local/bin/send-sms\"",
            "exec: the program; it reads one JSON object from standard input.")
        let arguments = read.list(
            "arguments", .text, example: "[\"--quiet\"]", "exec: what follows it on its command line.")
        return program.map { .exec(program: $0, arguments: arguments) }
    }

    static let samples: [ConfigValue] = [
        ["name": "dev", "kind": "console"],
        [
            "name": "any", "kind": "http", "url": "https://sms.example.com/send",
            "headers": ["Authorization": "Bearer KEY"], "body": "{\"to\":\"{{to}}\",\"text\":\"{{text}}\"}",
        ],
        [
            "name": "main", "kind": "twilio", "account_sid": "AC0123", "from": "+12025550100",
            "auth_token_file": "/run/secrets/twilio",
        ],
        [
            "name": "spare", "kind": "vonage", "api_key": "abcd", "from": "Example",
            "api_secret_file": "/run/secrets/vonage",
        ],
        ["name": "smsc", "kind": "smsc", "login": "example", "password_file": "/run/secrets/smsc"],
        [
            "name": "own", "kind": "kannel", "url": "http://127.0.0.1:13013/cgi-bin/sendsms",
            "username": "latchkey", "password_file": "/run/secrets/kannel",
        ],
        ["name": "script", "kind": "exec", "program": "/usr/local/bin/send-sms"],
    ]
}
