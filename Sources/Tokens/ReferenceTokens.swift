public import Crypto
public import Domain

/// What a reference token says: a thing of ours, and the number of the token for it.
public struct Reference<Noun>: Hashable, Sendable {
    public let id: Identifier<Noun>
    public let number: UInt32

    public init(id: Identifier<Noun>, number: UInt32) {
        self.id = id
        self.number = number
    }
}

/// Opaque tokens that authenticate themselves: identifier ‖ number ‖ HMAC, in base64url behind a prefix.
///
/// They are derived and not stored, so that a repeated request can be answered with the same token, and a copy
/// of the database contains none. Whether the number is still current, the database says.
public struct ReferenceTokens<Noun>: Sendable {
    private let prefix: String
    private let keys: KeyRing

    /// `prefix` lets secret scanners tell what leaked.
    init(prefix: String, keys: KeyRing) {
        self.prefix = prefix
        self.keys = keys
    }

    /// The token; the same each time until the server secret is rotated.
    public func token(for reference: Reference<Noun>) -> Secret<String> {
        let body = Self.body(of: reference)
        return Secret(prefix + Base64.url.encode(body + keys.authenticate(body).bytes))
    }

    /// What a presented token refers to. Fails with `.malformed` or `.unauthentic`.
    public func read(_ token: String) throws(TokenError) -> Reference<Noun> {
        // 52 bytes are 70 characters: nothing longer is looked at.
        guard token.utf8.count == prefix.utf8.count + 70, token.hasPrefix(prefix),
            let bytes = try? Base64.url.decode(token.dropFirst(prefix.count)), bytes.count == 52,
            let tag = Digest(presented: bytes[20...])
        else { throw .malformed }
        let body = Array(bytes[..<20])
        guard keys.accepts(tag, for: body) else { throw .unauthentic }
        guard let id = Identifier<Noun>(bytes: Array(body[..<16])) else { throw .malformed }
        return Reference(id: id, number: body[16...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }

    private static func body(of reference: Reference<Noun>) -> [UInt8] {
        reference.id.bytes + bigEndianBytes(of: reference.number)
    }
}

func bigEndianBytes(of number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

extension ReferenceTokens where Noun == Domain.Noun.Session {
    /// Refresh tokens: a session and its generation.
    public static func refresh(under secret: ServerSecret) throws(CryptoError) -> Self {
        Self(prefix: "lkrt_", keys: try secret.keyRing(for: .refreshToken))
    }
}

extension ReferenceTokens where Noun == Domain.Noun.Flow {
    /// Flow keys: a flow and how often it has gained power.
    public static func flowKeys(under secret: ServerSecret) throws(CryptoError) -> Self {
        Self(prefix: "lkfk_", keys: try secret.keyRing(for: .flowKey))
    }
}

extension ReferenceTokens where Noun == Domain.Noun.Device {
    /// Device tokens: a known device and the number of its token.
    public static func devices(under secret: ServerSecret) throws(CryptoError) -> Self {
        Self(prefix: "lkdt_", keys: try secret.keyRing(for: .deviceToken))
    }
}
