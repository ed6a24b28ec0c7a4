import Accounts
import Domain
import Doubles
import Testing

/// The services over a store in memory, with a clock that stands still and a mailbox that everybody can read.
struct World {
    let store = MemoryStore()
    let secrets = ToySecrets()
    let signer = ToySigner()
    let hasher = ToyHasher()
    let time = ManualTime()
    let terms: Terms
    let outside: Outside
    let signIn: SignIn
    let sessions: Sessions
    let passwords: Passwords
    let confirm: Confirm
    let contacts: ContactAddition

    let alice = World.email("alice@example.com")
    let nobody = World.email("nobody@example.com")
    let caller = World.caller()

    init(_ terms: Terms = Terms(), limits: [LimitRule: [Rate]] = [:]) {
        self.terms = terms
        outside = Outside(
            store: store, secrets: secrets, signer: signer, hasher: hasher, time: time,
            random: SeededRandom(seed: 42))
        signIn = SignIn(outside, under: terms, limits: Limits(limits))
        sessions = Sessions(outside, under: terms)
        passwords = Passwords(outside, under: terms)
        confirm = Confirm(signIn)
        contacts = ContactAddition(signIn)
    }

    static func email(_ text: String) -> Contact {
        guard let address = try? EmailAddress(parsing: text) else { preconditionFailure(text) }
        return .email(address)
    }

    static func caller(
        _ agent: String = "Mozilla/5.0 Firefox/140.0", network: String = "192.0.2.0/24"
    ) -> Caller {
        Caller(
            origin: Origin(device: Device(userAgent: agent), address: "192.0.2.7"),
            network: CallerNetwork(network), userAgent: UserAgent(agent))
    }

    func key(_ step: StepView) throws -> String {
        try #require(step.flowKey).reveal()
    }

    /// The code that is good for a step.
    func code(_ step: StepView) async throws -> String {
        let flow = try #require(try await store.flow(step.progress.flow))
        guard case .awaitingCode(let wait) = flow.state else { throw AccountsError.notFound }
        return secrets.code(of: flow.id, generation: wait.generation, shape: wait.shape).reveal()
    }

    /// A code of the right shape that is not the good one.
    func wrongCode(_ step: StepView) async throws -> String {
        let good = try await code(step)
        return String(good.map { $0 == "1" ? "2" : "1" })
    }

    func enter(_ step: StepView) async throws -> StepResult {
        try await signIn.submit(code: code(step), key(step), from: caller)
    }

    /// Registers, or signs in again.
    @discardableResult
    func signedIn(_ contact: Contact, deviceToken: String? = nil) async throws -> SignedIn {
        let step = try await signIn.register(contact, deviceToken: deviceToken, from: caller)
        return try session(try await enter(step))
    }

    func session(_ result: StepResult) throws -> SignedIn {
        guard case .signedIn(let signedIn) = result else { throw AccountsError.notFound }
        return signedIn
    }

    func step(_ result: StepResult) throws -> StepView {
        guard case .step(let step) = result else { throw AccountsError.notFound }
        return step
    }

    func principal(_ signedIn: SignedIn) async throws -> Principal {
        try await sessions.authorize(signedIn.accessToken.reveal())
    }

    /// What a call fails with; nil when it does not.
    func failure<Answer>(
        _ call: () async throws -> Answer
    ) async throws -> AccountsError? {
        do {
            _ = try await call()
            return nil
        } catch let error as AccountsError {
            return error
        }
    }

    func guesses(_ contact: Contact) -> GuessAccount {
        store.guesses(.contact(contact, secrets.slot(of: contact))) ?? .empty
    }
}
