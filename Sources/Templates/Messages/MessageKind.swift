/// Every message there is. The raw value names its template files.
public enum MessageKind: String, Sendable, CaseIterable {
    case signInCode = "sign-in-code"
    case registrationCode = "registration-code"
    case resetCode = "reset-code"
    case newContactCode = "new-contact-code"
    case confirmationCode = "confirmation-code"
    /// Somebody registered an address that has an account: the code signs its owner in.
    case accountExists = "account-exists"
    case noAccount = "no-account"
    case newDevice = "new-device"
    case contactAdded = "contact-added"
    case contactRemoved = "contact-removed"
    case passwordChanged = "password-changed"
    case wrongGuesses = "wrong-guesses"
    /// A refresh token was presented again after it had been replaced.
    case sessionEnded = "session-ended"
    case welcome

    public var carriesCode: Bool {
        switch self {
        case .signInCode, .registrationCode, .resetCode, .newContactCode, .confirmationCode, .accountExists:
            true
        case .noAccount, .newDevice, .contactAdded, .contactRemoved, .passwordChanged, .wrongGuesses,
            .sessionEnded, .welcome:
            false
        }
    }

    /// Every message goes by e-mail. By SMS go only those that somebody asked for or must know at once: nobody
    /// can make the operator pay for telling a stranger's phone that it has no account.
    public var goesBySMS: Bool {
        switch self {
        case .noAccount, .welcome: false
        case .signInCode, .registrationCode, .resetCode, .newContactCode, .confirmationCode, .accountExists,
            .newDevice, .contactAdded, .contactRemoved, .passwordChanged, .wrongGuesses, .sessionEnded:
            true
        }
    }
}
