public import Domain

/// Showing once more who one is, within a session. Its steps are those of `SignIn`.
public struct Confirm: Sendable {
    private let signIn: SignIn

    public init(_ signIn: SignIn) {
        self.signIn = signIn
    }

    /// Sends a code to the first proven contact, of `channel` if one is asked for. Fails with `.noSuchChannel`
    /// when there is none that may confirm.
    public func start(
        _ principal: Principal, channel: Contact.Kind? = nil, locale: LanguageTag? = nil, from caller: Caller
    ) async throws(AccountsError) -> StepView {
        let now = signIn.outside.time.now()
        guard let proven = principal.user.reachable(channel, for: .confirm, at: now) else {
            throw .noSuchChannel
        }
        let device = principal.user.knownDevice(principal.session.device, at: now)
        try signIn.take(proven.contact, device: device?.id, from: caller, at: now)
        return try await signIn.start(
            .confirm, proven.contact, locale: locale, device: device.map { ($0.id, $0.token) },
            session: principal.session.id, from: caller, at: now)
    }
}
