public import Crypto

/// A public signing key and its name.
public struct VerificationKey: Sendable {
    public let id: KeyID
    let key: P256.PublicKey

    public init(_ key: P256.PublicKey) throws(CryptoError) {
        self.key = key
        id = KeyID(try Digest.sha256(of: Array(Self.thumbprintInput(key).utf8)))
    }

    /// RFC 7638, 3.2: the required members alone, in the order of their names, without white space.
    private static func thumbprintInput(_ key: P256.PublicKey) -> String {
        #"{"crv":"P-256","kty":"EC","x":"\#(Base64.url.encode(key.x))","y":"\#(Base64.url.encode(key.y))"}"#
    }

    /// The key as a JWK (RFC 7517).
    var jwk: String {
        #"{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"\#(id)","#
            + #""x":"\#(Base64.url.encode(key.x))","y":"\#(Base64.url.encode(key.y))"}"#
    }
}

/// The document at `/.well-known/jwks.json`.
public struct KeySetDocument: Sendable {
    public let text: String

    public init(_ keys: [VerificationKey]) {
        text = #"{"keys":["# + keys.map(\.jwk).joined(separator: ",") + "]}"
    }
}
