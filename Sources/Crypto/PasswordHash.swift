import COpenSSL
public import Domain

/// A stored password hash: scrypt made here, or PBKDF2-SHA256 brought along from another system.
///
/// Making and checking one takes a tenth of a second and more: only on the pool for that.
public struct PasswordHash: Hashable, Sendable {
    enum Scheme: Hashable, Sendable {
        case scrypt(ScryptCost)
        case pbkdf2(iterations: Int, PBKDF2Dialect)
    }

    let scheme: Scheme
    let salt: [UInt8]
    let hash: [UInt8]

    /// Hashes a new password under a fresh salt.
    public static func make(
        of password: Secret<String>, cost: ScryptCost = .standard, random: some RandomSource
    ) throws(CryptoError) -> PasswordHash {
        let salt = random.bytes(16)
        let hash = try cost.derive(from: Array(password.reveal().utf8), salt: salt, length: 32)
        return PasswordHash(scheme: .scrypt(cost), salt: salt, hash: hash)
    }

    /// Whether this is the password.
    public func accepts(_ password: Secret<String>) throws(CryptoError) -> Bool {
        let bytes = Array(password.reveal().utf8)
        let derived =
            switch scheme {
            case .scrypt(let cost): try cost.derive(from: bytes, salt: salt, length: hash.count)
            case .pbkdf2(let iterations, _):
                try PBKDF2.derive(from: bytes, salt: salt, iterations: iterations, length: hash.count)
            }
        return unsafe CRYPTO_memcmp(derived, hash, hash.count) == 0
    }

    /// Whether the next right password should be hashed anew: made elsewhere, or at another cost.
    public func needsRehash(for cost: ScryptCost = .standard) -> Bool {
        switch scheme {
        case .scrypt(let own): own != cost
        case .pbkdf2: true
        }
    }
}
