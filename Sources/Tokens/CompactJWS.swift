public import Crypto

/// What a signed token is, in its `typ`: an ID token must never pass for an access token (RFC 8725, 3.11).
public enum TokenType: String, Sendable {
    /// RFC 9068, 2.1.
    case accessToken = "at+jwt"
    case idToken = "JWT"
}

/// Signed tokens in the compact form (RFC 7515, 3.1), ES256 alone.
public enum CompactJWS {
    /// The token of a payload, which is UTF-8 JSON.
    public static func sign(
        _ payload: [UInt8], type: TokenType, with key: SigningKey
    ) throws(CryptoError) -> String {
        let input = header(type, key.id) + "." + Base64.url.encode(payload)
        return input + "." + Base64.url.encode(try key.sign(Array(input.utf8)))
    }

    /// The encoded header of every token of this type that this key signs.
    static func header(_ type: TokenType, _ key: KeyID) -> String {
        Base64.url.encode(Array(#"{"alg":"ES256","kid":"\#(key)","typ":"\#(type.rawValue)"}"#.utf8))
    }
}

/// Checks signed tokens of one type against the keys that are published.
///
/// A header is never parsed. We are the only issuer, so each key has one header that can stand before its
/// tokens, and anything else (`none`, HS256 under a public key, an embedded `jwk`, `crit`, a doubled member)
/// is simply not among them.
public struct JWSVerifier: Sendable {
    /// The longest token that is looked at, in bytes.
    public static let maximumLength = 8192

    private let keys: [[UInt8]: P256.PublicKey]

    public init(_ keys: [VerificationKey], type: TokenType) {
        self.init(
            Dictionary(
                keys.map { (CompactJWS.header(type, $0.id), $0.key) }, uniquingKeysWith: { first, _ in first }
            ))
    }

    init(_ keys: [String: P256.PublicKey]) {
        self.keys = Dictionary(uniqueKeysWithValues: keys.map { (Array($0.utf8), $1) })
    }

    /// The payload of a token with a right signature. Fails with `.malformed` or `.unauthentic`.
    public func payload(of token: String) throws(TokenError) -> [UInt8] {
        guard token.utf8.count <= Self.maximumLength else { throw .malformed }
        let bytes = Array(token.utf8)
        let parts = bytes.split(
            separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed }
        guard let key = keys[Array(parts[0])] else { throw .unauthentic }
        guard let signature = try? Base64.url.decode(parts[2]), let payload = try? Base64.url.decode(parts[1])
        else { throw .malformed }
        let isRight: Bool
        do {
            isRight = try key.verifies(signature, of: Array(bytes[..<parts[1].endIndex]))
        } catch {
            throw .engine(error)
        }
        guard isRight else { throw .unauthentic }
        return payload
    }
}
