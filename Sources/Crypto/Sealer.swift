public import Domain

/// Encrypts keys that lie in the database, so that a copy of it is worth nothing without the secret file.
///
/// Sealed: version (1 byte), nonce (12), AES-256-GCM ciphertext, tag (16). The nonce is random: NIST
/// SP 800-38D, 8.3, allows 2^32 of them under one key, and a server seals a few a month.
public struct Sealer: Sendable {
    private static let version: UInt8 = 1

    private let keys: [Secret<[UInt8]>]
    private let random: any RandomSource

    init(newestFirst keys: [Secret<[UInt8]>], random: any RandomSource) {
        self.keys = keys
        self.random = random
    }

    /// Encrypts `plain` under the newest secret. It opens only with the same `context`, which says what it
    /// is, so that one sealed value cannot be put in the place of another.
    public func seal(_ plain: Secret<[UInt8]>, context: String) throws(CryptoError) -> [UInt8] {
        guard let key = keys.first else { throw .invalidKey }
        let nonce = random.bytes(AESGCM.nonceLength)
        let sealed = try AESGCM.seal(
            plain.reveal(), key: key, nonce: nonce, associated: Self.associated(context))
        return [Self.version] + nonce + sealed
    }

    /// Decrypts with whichever secret fits. Fails with `.unauthentic` when none does, or when a byte or the
    /// context is another.
    public func open(_ sealed: [UInt8], context: String) throws(CryptoError) -> Opened {
        guard sealed.count >= 1 + AESGCM.nonceLength + AESGCM.tagLength, sealed[0] == Self.version else {
            throw .unauthentic
        }
        let nonce = Array(sealed[1...AESGCM.nonceLength])
        let body = Array(sealed[(1 + AESGCM.nonceLength)...])
        for (age, key) in keys.enumerated() {
            do {
                let plain = try AESGCM.open(
                    body, key: key, nonce: nonce, associated: Self.associated(context))
                return Opened(value: Secret(plain), isCurrent: age == 0)
            } catch .unauthentic {
                continue
            }
        }
        throw .unauthentic
    }

    public struct Opened: Sendable {
        public let value: Secret<[UInt8]>
        /// False when an older secret opened it: seal it again before that secret goes.
        public let isCurrent: Bool
    }

    private static func associated(_ context: String) -> [UInt8] {
        [version] + Array(context.utf8)
    }
}
