import Domain

extension Configuration {
    struct Email: Sendable {
        enum StartTLS: String, CaseIterable, Sendable {
            case required, opportunistic, off
        }

        let transport: MailTransport
        let from: Mailbox
        let username: String?
        let password: Secret<String>?
        let startTLS: StartTLS
        let caFile: String?

        /// Whether mails leave this machine's development inbox.
        var isReal: Bool { transport != .development }

        init(_ read: inout Reader) {
            transport = read(
                "url", .mailTransport, default: .development, example: "\"smtp://mail.example.com:587\"",
                "dev: for the development inbox, smtp://HOST:587, or smtps://HOST:465 for TLS from the start."
            )
            from = read(
                "from", .mailbox, default: Mailbox(name: "Latchkey", local: "no-reply", host: .localhost),
                example: "\"Example Shop <no-reply@example.com>\"", "The sender people see.")
            username = read.optional(
                "username", .filledText, example: "\"latchkey@example.com\"",
                "The name to sign in with at the mail server; \"\" for none.")
            let group = ConfigPath("email")
            let file = read.optional(
                "password_file", .path, example: "\"/run/secrets/smtp_password\"",
                "The file with its password.")
            password = file.flatMap { read.content(of: $0, for: group.key("password_file")) }.map(Secret.init)
            startTLS = read(
                "starttls", .choice, default: .required, example: "\"off\"",
                "Encryption with smtp://: required refuses to send without, off is for this machine only.")
            caFile = read.optional(
                "ca_file", .path, example: "\"/etc/latchkey/mail-ca.pem\"",
                "The authority that signed the mail server's certificate; \"\" for the system's.")
            read.expectReadable(caFile, group.key("ca_file"))
            if username != nil, file == nil {
                read.report(group.key("username"), "set without email.password_file")
            }
            if username == nil, file != nil {
                read.report(group.key("password_file"), "set without email.username")
            }
            if case .smtp(let host, _, false) = transport, startTLS == .off, username != nil,
                host.reach != .loopback
            {
                read.report(
                    group.key("starttls"),
                    "would send the password in clear text; use \"required\" or leave out email.username")
            }
        }
    }
}
