import Domain

extension Configuration {
    /// An application that signs people in over OAuth.
    struct Client: Sendable {
        let id: String
        /// Absent for a public client: a browser or mobile application.
        let secret: Secret<String>?
        let redirectURIs: [String]
        let logoutURIs: [String]
        let origins: [WebURL]
        let audience: String?
        let scopes: [String]

        static func list(_ read: inout Reader) -> [Client] {
            read.items(
                "clients",
                samples: [
                    [
                        "id": "shop", "redirect_uris": ["https://shop.example.com/back"],
                        "origins": ["https://shop.example.com"],
                    ]
                ], "Applications that sign people in over OAuth and OpenID Connect.", Client.init)
        }

        init?(_ read: inout Reader) {
            let place = read.place
            let id = read.required("id", .label, example: "\"shop\"", "`client_id`.")
            secret = read.secret(
                "secret", "Only an application on a server can keep one; \"\" for a public client.")
            redirectURIs = read.list(
                "redirect_uris", .redirect, example: "[\"https://shop.example.com/back\"]",
                "Where people may be sent back to, compared byte by byte.")
            logoutURIs = read.list(
                "logout_uris", .redirect, example: "[\"https://shop.example.com/\"]",
                "Where people may be sent after signing out.")
            origins = read.list(
                "origins", .origin, example: "[\"https://shop.example.com\"]",
                "Origins whose scripts may call the token endpoint.")
            audience = read.optional(
                "audience", .filledText, example: "\"https://api.example.com\"",
                "`aud` in this client's tokens; \"\" means its id.")
            scopes = read.list(
                "scopes", .filledText, default: ["openid", "profile", "email"], example: "[\"openid\"]",
                "What it may ask for.")
            guard let id else { return nil }
            self.id = id
            if redirectURIs.isEmpty {
                read.report(place, "the client \"\(id)\" needs at least one of \"redirect_uris\"")
            }
            if let secret, secret.reveal().utf8.count < 32 {
                read.report(place, "the secret of the client \"\(id)\" is shorter than 32 characters")
            }
        }
    }

    /// A program of the operator's that is told what happens.
    struct Webhook: Sendable {
        let url: WebURL
        let secret: Secret<String>
        /// Empty: all of them.
        let events: [String]

        static func list(_ read: inout Reader) -> [Webhook] {
            read.items(
                "webhooks",
                samples: [
                    ["url": "https://example.com/hook", "secret_file": "/run/secrets/webhook"]
                ], "Programs of yours that are told what happens, by signed requests.", Webhook.init)
        }

        init?(_ read: inout Reader) {
            let place = read.place
            let url = read.required(
                "url", .webURL, example: "\"https://example.com/hook\"", "Where the requests go.")
            let secret = read.requiredSecret("secret", "The key of their signature, at least 32 characters.")
            events = read.list(
                "events", .filledText, example: "[\"user.created\"]", "The types to send; [] for all.")
            if let url, url.scheme == .http, url.host.reach == .anywhere {
                read.report(place.key("url"), "would send what happens in clear text; use https")
            }
            if let secret, secret.reveal().utf8.count < 32 {
                read.report(place, "the secret is shorter than 32 characters")
            }
            guard let url, let secret else { return nil }
            self.url = url
            self.secret = secret
        }
    }
}
