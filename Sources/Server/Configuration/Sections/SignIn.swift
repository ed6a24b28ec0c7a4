extension Configuration {
    enum Registration: String, CaseIterable, Sendable {
        case open, closed
    }

    struct Code: Sendable {
        let length: Int
        let ttl: Duration
        let tries: Int
        let sends: Int
        let resendAfter: Duration

        init(_ read: inout Reader) {
            length = read(
                "length", .oneOf([4, 6, 8]), default: 4, example: "6", "Digits of a code: 4, 6 or 8.")
            ttl = read(
                "ttl", .duration(from: .seconds(1), to: .seconds(900)), default: .seconds(300),
                example: "\"10m\"", "How long a code is good.")
            tries = read("tries", .whole(1...10), default: 3, example: "5", "Wrong tries in one sign-in.")
            sends = read(
                "sends", .whole(1...10), default: 3, example: "2", "Messages sent in one sign-in, at most.")
            resendAfter = read(
                "resend_after", .duration(from: .seconds(1), to: .seconds(300)), default: .seconds(30),
                example: "\"1m\"", "The wait before the first resend; the next waits twice as long.")
        }
    }

    struct Guesses: Sendable {
        let unknownDevice: Int
        let knownDevice: Int
        let refillAfter: Duration
        let sprayFloor: Int

        init(_ read: inout Reader) {
            unknownDevice = read(
                "unknown_device", .whole(1...50), default: 10, example: "5",
                "Wrong guesses that unknown devices share, per contact, before its codes get longer.")
            knownDevice = read(
                "known_device", .whole(1...50), default: 5, example: "3",
                "The same for each device that signed in before.")
            refillAfter = read(
                "refill_after", .duration, default: .seconds(30 * 86_400), example: "\"60d\"",
                "One guess comes back after this time.")
            sprayFloor = read(
                "spray_floor", .whole(1...1_000_000), default: 50, example: "20",
                "Wrong guesses a day over all contacts from which unknown devices get 8 digits everywhere.")
        }
    }

    struct Tokens: Sendable {
        /// `nil`: the public URL.
        let issuer: WebURL?
        let audience: String
        let accessTTL: Duration
        let refreshTTL: Duration
        let refreshMax: Duration
        let refreshGrace: Duration
        let keyRotation: Duration

        init(_ read: inout Reader) {
            issuer = read.optional(
                "issuer", .webURL, example: "\"https://login.example.com\"",
                "`iss` in tokens; \"\" means public_url.")
            audience = read(
                "audience", .filledText, default: "latchkey", example: "\"https://api.example.com\"",
                "`aud` in access tokens.")
            accessTTL = read(
                "access_ttl", .duration(from: .seconds(1), to: .seconds(86_400)), default: .seconds(900),
                example: "\"5m\"", "How long an access token is good.")
            refreshTTL = read(
                "refresh_ttl", .duration, default: .seconds(7 * 86_400), example: "\"1d\"",
                "How long an unused refresh token is good; each use starts it anew.")
            refreshMax = read(
                "refresh_max", .duration, default: .seconds(30 * 86_400), example: "\"90d\"",
                "After this a session ends, however often it is used.")
            refreshGrace = read(
                "refresh_grace", .duration(from: .seconds(1), to: .seconds(300)), default: .seconds(30),
                example: "\"10s\"", "How long the previous refresh token still answers after a lost response."
            )
            keyRotation = read(
                "key_rotation", .duration(from: .seconds(2 * 86_400), to: DurationText.longest),
                default: .seconds(30 * 86_400), example: "\"90d\"", "How often a new signing key takes over.")
        }
    }

    struct Pairing: Sendable {
        let ttl: Duration
        let rotate: Duration
        let redeemWithin: Duration

        init(_ read: inout Reader) {
            ttl = read(
                "ttl", .duration(from: .seconds(1), to: .seconds(600)), default: .seconds(120),
                example: "\"3m\"", "How long a QR sign-in may take.")
            rotate = read(
                "rotate", .duration(from: .seconds(1), to: .seconds(300)), default: .seconds(30),
                example: "\"15s\"", "How often the QR code changes; the newest two are good.")
            redeemWithin = read(
                "redeem_within", .duration(from: .seconds(1), to: .seconds(120)), default: .seconds(30),
                example: "\"15s\"", "After approval the new device signs in within this time.")
        }
    }

    struct Password: Sendable {
        let minLength: Int
        let atRegistration: Bool

        init(_ read: inout Reader) {
            minLength = read(
                "min_length", .whole(8...128), default: 12, example: "15",
                "Characters of a password, at least.")
            atRegistration = read(
                "at_registration", .flag, default: false, example: "true",
                "Whether a new account must choose one.")
        }
    }

    struct Languages: Sendable {
        let standard: String
        let templates: String?

        init(_ read: inout Reader) {
            standard = read(
                "default", .language, default: "en", example: "\"ru\"",
                "The language where none is asked for or the one asked for is not there.")
            templates = read.optional(
                "templates", .path, example: "\"config/templates\"",
                "A folder with templates of your own, one folder per language.")
            read.expectReadable(templates, ConfigPath("languages", "templates"))
        }
    }
}
