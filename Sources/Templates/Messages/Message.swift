/// One message with what it tells. Nothing here was typed by the person who caused it: devices come from a closed
/// vocabulary, places from the operator's own table, contacts are the account's own, masked.
public enum Message: Sendable {
    case signInCode(CodeNotice)
    case registrationCode(CodeNotice)
    case resetCode(CodeNotice)
    case newContactCode(CodeNotice)
    case confirmationCode(CodeNotice)
    case accountExists(CodeNotice)
    case noAccount(Circumstances, stopURL: String)
    case newDevice(Circumstances, endURL: String)
    case contactAdded(Circumstances, contact: String)
    case contactRemoved(Circumstances, contact: String)
    case passwordChanged(Circumstances)
    /// `codesAreLonger`: from now on this contact gets longer codes.
    case wrongGuesses(Circumstances, codesAreLonger: Bool)
    case sessionEnded(Circumstances)
    case welcome

    public var kind: MessageKind {
        switch self {
        case .signInCode: .signInCode
        case .registrationCode: .registrationCode
        case .resetCode: .resetCode
        case .newContactCode: .newContactCode
        case .confirmationCode: .confirmationCode
        case .accountExists: .accountExists
        case .noAccount: .noAccount
        case .newDevice: .newDevice
        case .contactAdded: .contactAdded
        case .contactRemoved: .contactRemoved
        case .passwordChanged: .passwordChanged
        case .wrongGuesses: .wrongGuesses
        case .sessionEnded: .sessionEnded
        case .welcome: .welcome
        }
    }

    /// What every code message says.
    public struct CodeNotice: Sendable {
        public let code: String
        /// How long the code lives.
        public let minutes: Int
        public let circumstances: Circumstances
        /// The link that stops further codes to this contact.
        public let stopURL: String

        public init(code: String, minutes: Int, circumstances: Circumstances, stopURL: String) {
            self.code = code
            self.minutes = minutes
            self.circumstances = circumstances
            self.stopURL = stopURL
        }
    }
}

/// When something happened, with which kind of device and where.
public struct Circumstances: Sendable {
    public let moment: Moment
    public let device: SeenDevice
    /// A country or city by its name in the reader's language; nil when it is not known.
    public let place: String?

    public init(moment: Moment, device: SeenDevice, place: String?) {
        self.moment = moment
        self.device = device
        self.place = place
    }
}
