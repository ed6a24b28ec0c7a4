import Domain
import Templates

/// Finds the words for the services' messages in the catalogue of templates.
struct CatalogueWriter: MessageWriter {
    let catalogue: MessageCatalogue

    func write(_ message: OutboxMessage, code: LoginCode?, to recipient: Contact) -> WrittenMessage {
        let language = LanguageChoice.pick(
            request: message.locale?.description, account: nil, acceptLanguage: nil,
            default: catalogue.defaultLanguage, available: catalogue.languages)
        let told = told(message, code: code, to: recipient)
        // The catalogue rendered messages like these when it was made: an error here is a defect of ours, and an
        // empty message says more to whoever looks for it than none.
        switch recipient {
        case .email:
            let mail = try? catalogue.email(told, in: language)
            return WrittenMessage(subject: mail?.subject ?? "", text: mail?.text ?? "", html: mail?.html)
        case .phone:
            let text = try? catalogue.sms(told, in: language)
            return WrittenMessage(subject: nil, text: text?.text ?? "", html: nil)
        }
    }

    private func told(_ message: OutboxMessage, code: LoginCode?, to recipient: Contact) -> Message {
        let seen = circumstances(of: message)
        let account = catalogue.site.url + "/account"
        switch message.template {
        case .code, .codeForOwner:
            let notice = Message.CodeNotice(
                code: code?.reveal() ?? "", minutes: minutes(of: message), circumstances: seen,
                stopURL: account)
            return message.template == .codeForOwner
                ? .accountExists(notice) : told(message.code?.purpose, notice)
        case .noAccount: return .noAccount(seen, stopURL: account)
        case .contactTooNew, .contactAdded: return .contactAdded(seen, contact: recipient.masked)
        case .guessesNoticed: return .wrongGuesses(seen, codesAreLonger: false)
        case .codesLengthened: return .wrongGuesses(seen, codesAreLonger: true)
        case .newDevice: return .newDevice(seen, endURL: account)
        case .tokenReused: return .sessionEnded(seen)
        case .passwordChanged: return .passwordChanged(seen)
        case .contactRemoved: return .contactRemoved(seen, contact: recipient.masked)
        }
    }

    private func told(_ purpose: FlowPurpose?, _ notice: Message.CodeNotice) -> Message {
        switch purpose {
        case .register: .registrationCode(notice)
        case .reset: .resetCode(notice)
        case .contact: .newContactCode(notice)
        case .confirm: .confirmationCode(notice)
        case .login, nil: .signInCode(notice)
        }
    }

    private func circumstances(of message: OutboxMessage) -> Circumstances {
        let device = message.origin.device
        return Circumstances(
            moment: Moment(secondsSince1970: message.createdAt.milliseconds / 1000),
            device: SeenDevice(browser: device.browser.rawValue, system: device.system.rawValue),
            place: message.origin.place)
    }

    /// How long the code lives, rounded down: a promise that is kept.
    private func minutes(of message: OutboxMessage) -> Int {
        max(1, Int((message.expiresAt.milliseconds - message.createdAt.milliseconds) / 60_000))
    }
}
