/// The templates of one message in one language, as they would stand in an operator's files.
struct MessageSource: Sendable {
    let mail: String
    let html: String
    let sms: String?

    init(mail: String, html: String, sms: String? = nil) {
        self.mail = mail
        self.html = html
        self.sms = sms
    }
}

/// English and Russian, complete.
enum BuiltInTemplates {
    /// The text of each file by its path, such as `en/sign-in-code.html`.
    static let files: [String: String] = {
        var files: [String: String] = [:]
        for (language, source, partials) in [
            ("en", English.source, English.partials), ("ru", Russian.source, Russian.partials),
        ] {
            files["\(language)/_layout.html"] = layout
            for (name, text) in partials { files["\(language)/_\(name)"] = text }
            for kind in MessageKind.allCases {
                let source = source(kind)
                files["\(language)/\(kind.rawValue)\(MessagePart.text.ending)"] = source.mail
                files["\(language)/\(kind.rawValue)\(MessagePart.html.ending)"] = source.html
                files["\(language)/\(kind.rawValue)\(MessagePart.sms.ending)"] = source.sms
            }
        }
        return files
    }()

    enum English {
        static func source(_ kind: MessageKind) -> MessageSource {
            switch kind {
            case .signInCode: signInCode
            case .registrationCode: registrationCode
            case .resetCode: resetCode
            case .newContactCode: newContactCode
            case .confirmationCode: confirmationCode
            case .accountExists: accountExists
            case .noAccount: noAccount
            case .newDevice: newDevice
            case .contactAdded: contactAdded
            case .contactRemoved: contactRemoved
            case .passwordChanged: passwordChanged
            case .wrongGuesses: wrongGuesses
            case .sessionEnded: sessionEnded
            case .welcome: welcome
            }
        }
    }

    enum Russian {
        static func source(_ kind: MessageKind) -> MessageSource {
            switch kind {
            case .signInCode: signInCode
            case .registrationCode: registrationCode
            case .resetCode: resetCode
            case .newContactCode: newContactCode
            case .confirmationCode: confirmationCode
            case .accountExists: accountExists
            case .noAccount: noAccount
            case .newDevice: newDevice
            case .contactAdded: contactAdded
            case .contactRemoved: contactRemoved
            case .passwordChanged: passwordChanged
            case .wrongGuesses: wrongGuesses
            case .sessionEnded: sessionEnded
            case .welcome: welcome
            }
        }
    }
}
