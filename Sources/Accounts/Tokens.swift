import Domain

/// Makes the tokens of a session.
struct Tokens: Sendable {
    let secrets: any SecretDeriver
    let signer: any TokenSigner
    let random: any RandomSource
    let policy: SessionPolicy

    /// Everything that a new or refreshed session gets.
    func signedIn(
        _ session: Session, _ user: User, purpose: FlowPurpose? = nil, created: Bool? = nil,
        device: KnownDevice? = nil, now: Timestamp
    ) throws(AccountsError) -> SignedIn {
        SignedIn(
            purpose: purpose, accountCreated: created, accessToken: try access(session, user, now: now),
            expiresIn: policy.accessLifetime.secondsToWait,
            refreshToken: secrets.refreshToken(of: session.id, generation: session.generation),
            refreshExpiresIn: session.expiresAt.since(now).secondsToWait,
            deviceToken: device.map { secrets.deviceToken(of: $0.id, number: $0.token) },
            session: session.id, user: user)
    }

    /// A new access token and nothing else.
    func confirmed(_ session: Session, _ user: User, now: Timestamp) throws(AccountsError) -> SignedIn {
        SignedIn(
            purpose: .confirm, accountCreated: nil, accessToken: try access(session, user, now: now),
            expiresIn: policy.accessLifetime.secondsToWait, refreshToken: nil, refreshExpiresIn: nil,
            deviceToken: nil, session: session.id, user: user)
    }

    private func access(
        _ session: Session, _ user: User, now: Timestamp
    ) throws(AccountsError) -> Secret<String> {
        let grant = AccessGrant(
            id: AccessTokenID(at: now, random: random.bytes(10)), user: user.id, session: session.id,
            issuedAt: now, expiresAt: now + policy.accessLifetime,
            authenticatedAt: session.authenticatedAt, methods: session.methods, roles: user.roles.sorted())
        do {
            return try signer.sign(grant)
        } catch {
            throw .internalError
        }
    }
}
