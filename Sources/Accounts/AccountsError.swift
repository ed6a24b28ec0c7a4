public import Domain

/// Everything that a service refuses, to the last case. `Web` turns each into one problem.
public enum AccountsError: Error, Hashable, Sendable {
    // Flows
    case flowNotFound
    case wrongStep(FlowNext)
    /// The guess was not compared; the step says which code comes now.
    case codeUpgraded(StepView)
    case wrongCode(triesLeft: Int)
    case wrongPassword(triesLeft: Int)
    case codeExpired
    case triesSpent
    /// A code that is not of the announced length and alphabet.
    case malformedCode
    case weakPassword(PasswordRule.Weakness)
    case resendTooEarly(wait: Duration)
    case tooManyCodes
    case accountDisabled
    case contactTaken
    case tooManyContacts
    /// The account has no contact of that channel that may confirm.
    case noSuchChannel

    // Sessions
    case tokenInvalid
    case tokenExpired
    case refreshInvalid
    case refreshReused
    case confirmationRequired
    case roleMissing
    case notFound

    case limitReached(LimitReached)
    case busy
    case unavailable
    /// Signing or hashing failed at something that no caller decides.
    case internalError
}

extension AccountsError {
    init(_ error: FlowError) {
        self =
            switch error {
            case .notFound: .flowNotFound
            case .wrongStep(let next): .wrongStep(next)
            case .codeExpired: .codeExpired
            case .triesSpent: .triesSpent
            case .malformedCode: .malformedCode
            case .resendTooEarly(let wait): .resendTooEarly(wait: wait)
            case .tooManyCodes: .tooManyCodes
            }
    }

    init(_ error: StoreError) {
        self =
            switch error {
            case .busy: .busy
            case .unavailable: .unavailable
            }
    }

    init(_ fault: PasswordFault) {
        self =
            switch fault {
            case .busy: .busy
            case .engineFailed: .internalError
            }
    }
}
