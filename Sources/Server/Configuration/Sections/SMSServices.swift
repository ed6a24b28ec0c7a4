import Domain

extension SMSGateway {
    struct Twilio: Sendable {
        let url: WebURL
        let accountSID: String
        let authToken: Secret<String>
        /// A number, a sender name or the id of a messaging service (`MG…`).
        let from: String

        init?(_ read: inout Reader) {
            url = read(
                "url", .webURL, default: WebURL(scheme: .https, host: Host.twilio),
                example: "\"https://sms.example.com\"", "Where its API is.")
            let accountSID = read.required(
                "account_sid", .filledText, example: "\"AC0123\"", "twilio: the account.")
            let authToken = read.requiredSecret("auth_token", "twilio: its token.")
            let from = read.required(
                "from", .filledText, example: "\"+12025550100\"",
                "The sender: a number or a name; for twilio also a messaging service (MG…).")
            guard let accountSID, let authToken, let from else { return nil }
            self.accountSID = accountSID
            self.authToken = authToken
            self.from = from
        }
    }

    struct Vonage: Sendable {
        let url: WebURL
        let apiKey: String
        let apiSecret: Secret<String>
        let from: String

        init?(_ read: inout Reader) {
            url = read(
                "url", .webURL, default: WebURL(scheme: .https, host: Host.vonage, path: "/sms/json"),
                example: "\"https://sms.example.com/sms/json\"", "Where its API is.")
            let apiKey = read.required("api_key", .filledText, example: "\"abcd\"", "vonage: the key.")
            let apiSecret = read.requiredSecret("api_secret", "vonage: its secret.")
            let from = read.required("from", .filledText, example: "\"Example\"", "The sender.")
            guard let apiKey, let apiSecret, let from else { return nil }
            self.apiKey = apiKey
            self.apiSecret = apiSecret
            self.from = from
        }
    }

    struct SMSC: Sendable {
        let url: WebURL
        let login: String
        let password: Secret<String>
        /// The account's own sender where absent.
        let from: String?

        init?(_ read: inout Reader) {
            url = read(
                "url", .webURL, default: WebURL(scheme: .https, host: Host.smsc, path: "/sys/send.php"),
                example: "\"https://sms.example.com/sys/send.php\"", "Where its API is.")
            let login = read.required("login", .filledText, example: "\"example\"", "smsc: the login.")
            let password = read.requiredSecret("password", "smsc and kannel: the password.")
            from = read.optional("from", .filledText, example: "\"Example\"", "The sender.")
            guard let login, let password else { return nil }
            self.login = login
            self.password = password
        }
    }

    struct Kannel: Sendable {
        let url: WebURL
        let username: String
        let password: Secret<String>
        let from: String?

        init?(_ read: inout Reader) {
            let url = read.required(
                "url", .webURL, example: "\"http://127.0.0.1:13013/cgi-bin/sendsms\"", "Where its API is.")
            let username = read.required(
                "username", .filledText, example: "\"latchkey\"", "kannel: the user of sendsms.")
            let password = read.requiredSecret("password", "smsc and kannel: the password.")
            from = read.optional("from", .filledText, example: "\"Example\"", "The sender.")
            guard let url, let username, let password else { return nil }
            self.url = url
            self.username = username
            self.password = password
        }
    }
}
