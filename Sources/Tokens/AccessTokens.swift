public import Crypto
public import Domain

extension AccessTokenClaims {
    /// The access token that says this.
    public func signed(with key: SigningKey) throws(CryptoError) -> String {
        try CompactJWS.sign(payload, type: .accessToken, with: key)
    }
}

/// Checks the access tokens of this installation.
public struct AccessTokenVerifier: Sendable {
    private let issuer: String
    private let audiences: Set<String>
    private let signatures: JWSVerifier

    public init(issuer: String, audiences: Set<String>, keys: [VerificationKey]) {
        self.init(
            issuer: issuer, audiences: audiences, signatures: JWSVerifier(keys, type: .accessToken))
    }

    /// - Parameter signatures: of access tokens alone.
    init(issuer: String, audiences: Set<String>, signatures: JWSVerifier) {
        self.issuer = issuer
        self.audiences = audiences
        self.signatures = signatures
    }

    /// The claims of a token that is ours and alive. Fails with a `TokenError` that says what is wrong.
    public func verify(_ token: String, at now: Timestamp) throws(TokenError) -> AccessTokenClaims {
        let claims = try read(token)
        guard !claims.isExpired(at: now) else { throw .expired }
        return claims
    }

    /// All that does not depend on the time, and so may be remembered for as long as the keys stay.
    public func read(_ token: String) throws(TokenError) -> AccessTokenClaims {
        let claims = try AccessTokenClaims(payload: signatures.payload(of: token))
        guard claims.issuer == issuer else { throw .wrongIssuer }
        guard audiences.contains(claims.audience) else { throw .wrongAudience }
        return claims
    }
}
