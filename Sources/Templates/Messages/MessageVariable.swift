/// Every name that a message template may use.
enum MessageVariable: String, CaseIterable {
    // Of the site and the language.
    case brand, host, site, lang
    case accountURL = "account_url"
    /// The same without its scheme, for an SMS.
    case accountPage = "account_page"
    case registerURL = "register_url"
    case resetURL = "reset_url"

    // Of a code.
    case code, minutes
    case isOneMinute = "one_minute"
    case isLongCode = "long_code"
    case stopURL = "stop_url"

    // Of what happened. Of the months one is true, of the four browsers one is there.
    case day, year, clock
    case january, february, march, april, may, june, july, august, september, october, november, december
    case browser, application, program
    case unknownBrowser = "unknown_browser"
    case system, place
    case contact
    case endURL = "end_url"
    case longerCodes = "longer_codes"

    // Of the HTML: the first line of the text, which mail programs show beside the subject.
    case preheader, subject

    // Of an SMS: how long it may be. One of the three is true.
    case full, brief, latin

    static let months: [MessageVariable] = [
        .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november,
        .december,
    ]
}

extension MessageKind {
    /// What the templates of this kind may name.
    func variables(in part: MessagePart) -> Set<MessageVariable> {
        let site: Set<MessageVariable> = [
            .brand, .host, .site, .lang, .accountURL, .accountPage, .registerURL, .resetURL,
        ]
        return site.union(own).union(part.variables).subtracting(part == .subject ? [.code] : [])
    }

    private var own: Set<MessageVariable> {
        let circumstances = Set(MessageVariable.months).union([
            .day, .year, .clock, .browser, .application, .program, .unknownBrowser, .system, .place,
        ])
        switch self {
        case .signInCode, .registrationCode, .resetCode, .newContactCode, .confirmationCode, .accountExists:
            return circumstances.union([.code, .minutes, .isOneMinute, .isLongCode, .stopURL])
        case .noAccount: return circumstances.union([.stopURL])
        case .newDevice: return circumstances.union([.endURL])
        case .contactAdded, .contactRemoved: return circumstances.union([.contact])
        case .passwordChanged, .sessionEnded: return circumstances
        case .wrongGuesses: return circumstances.union([.longerCodes])
        case .welcome: return []
        }
    }
}

extension MessagePart {
    fileprivate var variables: Set<MessageVariable> {
        switch self {
        case .subject, .text: []
        case .html: [.preheader, .subject]
        case .sms: [.full, .brief, .latin]
        }
    }
}
