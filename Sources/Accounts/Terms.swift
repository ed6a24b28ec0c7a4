public import Domain

/// The rules that a site sets.
public struct Terms: Sendable {
    public var flow: FlowPolicy
    public var guesses: GuessRules
    public var session: SessionPolicy
    public var password: PasswordRule
    /// Whether a new account must choose a password.
    public var passwordAtRegistration: Bool
    public var registrationIsOpen: Bool

    public init(
        flow: FlowPolicy = FlowPolicy(), guesses: GuessRules = GuessRules(),
        session: SessionPolicy = SessionPolicy(), password: PasswordRule = PasswordRule(),
        passwordAtRegistration: Bool = false, registrationIsOpen: Bool = true
    ) {
        self.flow = flow
        self.guesses = guesses
        self.session = session
        self.password = password
        self.passwordAtRegistration = passwordAtRegistration
        self.registrationIsOpen = registrationIsOpen
    }
}

/// The outside that the services work with.
public struct Outside: Sendable {
    public let store: any Store
    public let secrets: any SecretDeriver
    public let signer: any TokenSigner
    public let hasher: any PasswordHasher
    public let time: any TimeSource
    public let random: any RandomSource

    public init(
        store: any Store, secrets: any SecretDeriver, signer: any TokenSigner, hasher: any PasswordHasher,
        time: any TimeSource, random: any RandomSource
    ) {
        self.store = store
        self.secrets = secrets
        self.signer = signer
        self.hasher = hasher
        self.time = time
        self.random = random
    }
}
