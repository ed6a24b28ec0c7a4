public import Domain
import Synchronization

/// ECDSA on P-256 with SHA-256: what JOSE calls ES256.
public enum P256 {
    /// A key that checks signatures, on any number of threads.
    public final class PublicKey: Sendable {
        /// The coordinates, 32 bytes each.
        public let x: [UInt8]
        public let y: [UInt8]
        private let context: Mutex<KeyContext>

        /// Refuses coordinates of another length and a point that is not on the curve.
        public init(x: [UInt8], y: [UInt8]) throws(CryptoError) {
            guard x.count == 32, y.count == 32 else { throw .invalidKey }
            context = Mutex(try KeyContext.verifying(with: KeyHandle(point: [4] + x + y)))
            self.x = x
            self.y = y
        }

        /// Whether `signature` (r‖s, 64 bytes) is this key's over `message`. Anything malformed is not.
        public func verifies(_ signature: [UInt8], of message: [UInt8]) throws(CryptoError) -> Bool {
            guard let der = FixedSignature.der(of: signature) else { return false }
            let digest = try Digest.sha256(of: message)
            let own = try context.withLock { context throws(CryptoError) in try context.duplicate() }
            return own.verifies(der, of: digest)
        }
    }

    /// A key that signs, on any number of threads.
    public final class PrivateKey: Sendable {
        public let publicKey: PublicKey
        /// The private number, 32 bytes: only ever stored sealed.
        public let scalar: Secret<[UInt8]>
        private let context: Mutex<KeyContext>

        /// A fresh key.
        public convenience init(random: SystemRandom = SystemRandom()) throws(CryptoError) {
            while true {
                // FIPS 186-5, A.2.2: draw until the number is in range; one in 2^32 is not.
                do {
                    try self.init(scalar: random.key())
                    return
                } catch .invalidKey {
                    continue
                }
            }
        }

        /// The key of a private number. Refuses another length and a number outside 1…n-1.
        public init(scalar: Secret<[UInt8]>) throws(CryptoError) {
            guard scalar.reveal().count == 32 else { throw .invalidKey }
            let number = try BigNumber(scalar.reveal())
            let point = try Curve().point(of: number)
            publicKey = try PublicKey(x: Array(point[1..<33]), y: Array(point[33...]))
            context = Mutex(try KeyContext.signing(with: KeyHandle(point: point, scalar: number)))
            self.scalar = scalar
        }

        /// The signature of `message`: r‖s, 64 bytes.
        public func sign(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
            let digest = try Digest.sha256(of: message)
            let own = try context.withLock { context throws(CryptoError) in try context.duplicate() }
            return try FixedSignature.fixed(of: own.sign(digest))
        }
    }
}
