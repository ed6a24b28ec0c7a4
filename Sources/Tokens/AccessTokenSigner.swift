public import Domain

/// Signs the access tokens of this installation and reads them. A right signature is remembered, because
/// checking one costs 100 µs; whether the token's session lives is asked of the store each time.
public final class AccessTokenSigner: TokenSigner {
    private let issuer: String
    private let audience: String
    private let keys: SigningKeys
    private let verified: VerifiedTokens

    /// - Parameter remembered: how many tokens are remembered at most, about.
    public init(issuer: String, audience: String, keys: SigningKeys, remembered: Int = 16_384) {
        self.issuer = issuer
        self.audience = audience
        self.keys = keys
        verified = VerifiedTokens(capacity: remembered)
    }

    public func sign(_ grant: AccessGrant) throws(TokenFault) -> Secret<String> {
        guard let key = keys.snapshot.signing else { throw .engineFailed }
        let claims = AccessTokenClaims(
            issuer: issuer, audience: audience, user: grant.user, session: grant.session, id: grant.id,
            issuedAt: grant.issuedAt, expiresAt: grant.expiresAt, authenticatedAt: grant.authenticatedAt,
            methods: grant.methods, roles: grant.roles.map(\.description))
        guard let token = try? claims.signed(with: key) else { throw .engineFailed }
        return Secret(token)
    }

    public func read(_ token: String, at now: Timestamp) throws(TokenFault) -> AccessGrant {
        // Taken once: a token that this set verified is remembered for this set, also if another comes.
        let keys = keys.snapshot
        let name = VerifiedTokens.Name(token)
        let grant: AccessGrant
        if let name, let known = verified.grant(of: name, under: keys.number, at: now) {
            grant = known
        } else {
            grant = try verify(token, with: keys)
            if let name { verified.remember(grant, of: name, under: keys.number) }
        }
        // RFC 7519, 4.1.4, on both ways.
        guard now < grant.expiresAt else { throw .expired }
        return grant
    }

    /// What does not depend on the time. Throws for everything that is not to be remembered.
    private func verify(_ token: String, with keys: SigningKeys.Snapshot) throws(TokenFault) -> AccessGrant {
        let verifier = AccessTokenVerifier(
            issuer: issuer, audiences: [audience], signatures: keys.accessTokens)
        let claims: AccessTokenClaims
        do {
            claims = try verifier.read(token)
        } catch {
            switch error {
            case .malformed, .unauthentic, .wrongIssuer, .wrongAudience: throw .invalid
            case .expired: throw .expired
            case .engine: throw .engineFailed
            }
        }
        // An application's token opens userinfo and the check alone, whatever audience it was given.
        guard claims.client == nil, let grant = AccessGrant(claims) else { throw .invalid }
        return grant
    }
}

extension AccessGrant {
    /// Nil when a role has no name that a role can have.
    init?(_ claims: AccessTokenClaims) {
        var roles: [Role] = []
        for name in claims.roles {
            guard let role = Role(name) else { return nil }
            roles.append(role)
        }
        self.init(
            id: claims.id, user: claims.user, session: claims.session, issuedAt: claims.issuedAt,
            expiresAt: claims.expiresAt, authenticatedAt: claims.authenticatedAt, methods: claims.methods,
            roles: roles)
    }
}
