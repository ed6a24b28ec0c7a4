public import Domain

/// Adding a contact to an account. Its steps are those of `SignIn`.
public struct ContactAddition: Sendable {
    private let signIn: SignIn

    public init(_ signIn: SignIn) {
        self.signIn = signIn
    }

    /// Sends a code to the new contact; whether it is taken is told after it is proven. Fails with
    /// `.tooManyContacts` at the sixth. The caller sees to it that the session is fresh.
    public func start(
        _ principal: Principal, _ contact: Contact, locale: LanguageTag? = nil, from caller: Caller
    ) async throws(AccountsError) -> StepView {
        guard principal.user.contacts.count < User.mostContacts else { throw .tooManyContacts }
        let now = signIn.outside.time.now()
        try signIn.take(contact, device: nil, from: caller, at: now)
        return try await signIn.start(
            .contact, contact, locale: locale, device: nil, session: principal.session.id, from: caller,
            at: now)
    }
}
