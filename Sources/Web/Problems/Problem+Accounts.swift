import Accounts
import Domain
import JSON

extension Problem {
    /// Runs a service and puts what it refuses into the words of the contract.
    static func translating<Answer>(
        _ service: () async throws(AccountsError) -> Answer
    ) async throws(Problem) -> Answer {
        do throws(AccountsError) {
            return try await service()
        } catch {
            throw Problem(error)
        }
    }

    /// The one place where a service's refusal gets its status.
    init(_ error: AccountsError) {
        switch error {
        case .flowNotFound: self.init(ProblemCode.flowNotFound)
        case .wrongStep(let next):
            self.init(ProblemCode.wrongStep)
            self.next = next.rawValue
        case .codeUpgraded(let step):
            self.init(ProblemCode.codeUpgraded)
            self.step = step
        case .wrongCode(let triesLeft):
            self.init(ProblemCode.wrongCode)
            self.triesLeft = triesLeft
        case .wrongPassword(let triesLeft):
            self.init(ProblemCode.wrongPassword)
            self.triesLeft = triesLeft
        case .codeExpired: self.init(ProblemCode.codeExpired)
        case .triesSpent: self.init(ProblemCode.triesSpent)
        case .malformedCode:
            self.init(field: "code", "is not of the announced length and alphabet")
        case .weakPassword(let weakness):
            self.init(ProblemCode.weakPassword, weakness.sentence)
        case .resendTooEarly(let wait):
            self.init(ProblemCode.resendTooEarly)
            self.retryAfter = wait.secondsToWait
        case .tooManyCodes:
            self.init(ProblemCode.tooManyCodes)
            // Nothing is sent in this flow any more: a new one may begin at once.
            self.retryAfter = 1
        case .accountDisabled: self.init(ProblemCode.accountDisabled)
        case .contactTaken: self.init(ProblemCode.contactTaken)
        case .tooManyContacts: self.init(ProblemCode.tooManyContacts)
        case .noSuchChannel:
            self.init(field: "channel", "the account has no proven contact of this kind")
        case .tokenInvalid: self.init(ProblemCode.tokenInvalid)
        case .tokenExpired: self.init(ProblemCode.tokenExpired)
        case .refreshInvalid: self.init(ProblemCode.refreshInvalid)
        case .refreshReused: self.init(ProblemCode.refreshReused)
        case .confirmationRequired: self.init(ProblemCode.confirmationRequired)
        case .roleMissing: self.init(ProblemCode.roleMissing)
        case .notFound: self.init(ProblemCode.notFound)
        case .limitReached(let limit):
            self.init(ProblemCode.tooManyRequests)
            self.rule = limit.rule.rawValue
            self.retryAfter = limit.wait.secondsToWait
        case .busy: self.init(ProblemCode.busy)
        case .unavailable: self.init(ProblemCode.storeUnavailable)
        case .internalError: self.init(ProblemCode.internalError)
        }
    }

    /// A field whose value cannot be.
    init(field: String, _ reason: String, _ code: ProblemCode = .invalidField) {
        self.init(code)
        self.errors = [JSONFieldError(field: field, reason: reason)]
    }
}

extension PasswordRule.Weakness {
    fileprivate var sentence: String {
        switch self {
        case .tooShort: "The password is too short."
        case .tooLong: "The password is longer than 1,024 bytes."
        case .tooSimple: "The password repeats one or two characters."
        case .namesContact: "The password holds one of the account's own contacts."
        }
    }
}
