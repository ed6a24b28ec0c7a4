import Domain

extension SMSGateway {
    /// Any gateway with an HTTP interface: a request with `{{to}}`, `{{text}}` and `{{id}}` to fill in.
    struct HTTPTemplate: Sendable {
        enum Method: String, CaseIterable, Sendable {
            case post = "POST"
            case get = "GET"
            case put = "PUT"
        }

        /// May hold placeholders in its path and query, and keys: so it is not shown.
        let url: Secret<String>
        let method: Method
        let headers: [String: Secret<String>]
        let body: Secret<String>
        /// Empty: any 2xx.
        let okStatus: [Int]
        /// A text that a good answer holds; absent where the status says it all.
        let okBody: String?
        /// The JSON field of the answer with the gateway's id of the message, as a path: `messages.0.id`.
        let idField: String?

        init?(_ read: inout Reader) {
            let place = read.place
            let url = read.required(
                "url", .urlTemplate, example: "\"https://sms.example.com/send\"",
                "Where its API is; twilio, vonage and smsc know it.")
            method = read("method", .choice, default: .post, example: "\"GET\"", "http: the method.")
            headers = read(
                "headers", .headers, default: [:], example: "{ \"X-Api-Key\": \"KEY\" }",
                "http: fields of the request.")
            body = read(
                "body", .bodyTemplate, default: Secret(""),
                example: "'{\"to\":\"{{to}}\",\"text\":\"{{text}}\"}'",
                "http: the body, with {{to}}, {{text}} and {{id}}, each escaped for where it stands.")
            okStatus = read.list(
                "ok_status", .whole(200...299), example: "[200, 202]",
                "http: answers that mean yes; [] for any 2xx.")
            okBody = read.optional(
                "ok_body", .filledText, example: "\"OK\"", "http: a text that a yes holds.")
            idField = read.optional(
                "id_field", .filledText, example: "\"messages.0.id\"",
                "http: where the answer has the id of the message.")
            guard let url else { return nil }
            self.url = url
            let whole = url.reveal() + body.reveal()
            for placeholder in ["{{to}}", "{{text}}"] where !whole.contains(placeholder) {
                read.report(place, "neither \"url\" nor \"body\" holds \(placeholder)")
            }
            if method == .get, !body.reveal().isEmpty {
                read.report(place.key("body"), "a GET request has no body; use method \"POST\"")
            }
        }

        /// The text with its placeholders replaced by a letter; `nil` when one is unknown or not closed.
        static func filled(_ text: String) -> String? {
            var rest = text[...]
            var result = ""
            while let open = rest.firstRange(of: "{{") {
                result += rest[..<open.lowerBound]
                guard let close = rest[open.upperBound...].firstRange(of: "}}") else { return nil }
                guard ["to", "text", "id"].contains(rest[open.upperBound..<close.lowerBound]) else {
                    return nil
                }
                result += "x"
                rest = rest[close.upperBound...]
            }
            return result + rest
        }
    }
}

extension Kind where Value == Secret<String> {
    fileprivate static var urlTemplate: Kind {
        .text(
            "URL", expected: "an http or https URL; {{to}}, {{text}} and {{id}} may stand after its host",
            isSecret: true,
            parse: { text in
                guard let filled = SMSGateway.HTTPTemplate.filled(text), let url = WebURL(parsing: filled),
                    text.hasPrefix("http"),
                    text.lowercased().hasPrefix(url.scheme.rawValue + "://" + url.host.description)
                else { return nil }
                return Secret(text)
            }, write: { $0.reveal() })
    }

    fileprivate static var bodyTemplate: Kind {
        .text(
            "text", expected: "a text in which only {{to}}, {{text}} and {{id}} stand in double braces",
            isSecret: true,
            parse: { text in
                guard !text.utf8.contains(0), SMSGateway.HTTPTemplate.filled(text) != nil else { return nil }
                return Secret(text)
            }, write: { $0.reveal() })
    }
}
