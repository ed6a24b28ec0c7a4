import COpenSSL

/// The 32 bytes of a SHA-256 hash or of an HMAC. Comparing two takes the same time wherever they differ.
public struct Digest: Sendable {
    public static let length = 32

    public let bytes: [UInt8]

    /// A digest that somebody presents; nil unless it has 32 bytes.
    public init?(presented bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = Array(bytes)
    }

    init(computed bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension Digest: Equatable {
    public static func == (left: Digest, right: Digest) -> Bool {
        // Both have 32 bytes: no initializer makes another.
        unsafe CRYPTO_memcmp(left.bytes, right.bytes, length) == 0
    }
}

/// Many digests are keys or proofs, so none of them is ever printed.
extension Digest: CustomStringConvertible, CustomReflectable {
    public var description: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(reflecting: "<redacted>") }
}

extension Digest {
    /// The SHA-256 of `message`.
    public static func sha256(of message: [UInt8]) throws(CryptoError) -> Digest {
        var bytes = [UInt8](repeating: 0, count: length)
        try require(
            unsafe EVP_Digest(message, message.count, &bytes, nil, EVP_sha256(), nil), else: .engineFailed)
        return Digest(computed: bytes)
    }
}
