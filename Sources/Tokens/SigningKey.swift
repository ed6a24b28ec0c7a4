public import Crypto

/// The name of a signing key: its RFC 7638 thumbprint, in base64url.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ thumbprint: Digest) {
        description = Base64.url.encode(thumbprint.bytes)
    }

    /// A name that was stored. Nil for anything but a thumbprint.
    public init?(_ text: String) {
        guard let bytes = try? Base64.url.decode(text), bytes.count == Digest.length else { return nil }
        description = text
    }
}

/// A key that signs tokens, with its name.
public struct SigningKey: Sendable {
    public let publicKey: VerificationKey
    private let key: P256.PrivateKey

    public var id: KeyID { publicKey.id }

    /// A fresh key.
    public init() throws(CryptoError) {
        try self.init(P256.PrivateKey())
    }

    init(_ key: P256.PrivateKey) throws(CryptoError) {
        self.key = key
        publicKey = try VerificationKey(key.publicKey)
    }

    /// The key that `sealed(by:)` put away. Fails with `.unauthentic` under another name: the seal covers it.
    public static func open(_ sealed: [UInt8], id: KeyID, by sealer: Sealer) throws(CryptoError) -> Opened {
        let opened = try sealer.open(sealed, context: context(id))
        return Opened(
            key: try SigningKey(P256.PrivateKey(scalar: opened.value)), isCurrent: opened.isCurrent)
    }

    public struct Opened: Sendable {
        public let key: SigningKey
        /// False when an older secret opened it: seal it again before that secret goes.
        public let isCurrent: Bool
    }

    /// The key as it may lie in the database.
    public func sealed(by sealer: Sealer) throws(CryptoError) -> [UInt8] {
        try sealer.seal(key.scalar, context: Self.context(id))
    }

    func sign(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
        try key.sign(message)
    }

    private static func context(_ id: KeyID) -> String { "signing-key/\(id)" }
}
