import COpenSSL

/// The owner of one EVP_PKEY on P-256.
@safe struct KeyHandle: ~Copyable {
    private let pointer: OpaquePointer

    /// A public key. Refuses a point that is not on the curve.
    init(point: [UInt8]) throws(CryptoError) {
        guard point.count == 65 else { throw .invalidKey }
        unsafe pointer = try require(latchkey_EVP_PKEY_from_p256(point, nil), else: .invalidKey)
    }

    /// A pair. The point must be the scalar's own: `Curve.point(of:)` gives it.
    init(point: [UInt8], scalar: borrowing BigNumber) throws(CryptoError) {
        guard point.count == 65 else { throw .invalidKey }
        unsafe pointer = try unsafe scalar.lend { scalar throws(CryptoError) in
            unsafe try require(latchkey_EVP_PKEY_from_p256(point, scalar), else: .invalidKey)
        }
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// A context over this key, which keeps the key alive by itself.
    borrowing func context() throws(CryptoError) -> sending OpaquePointer {
        // The context shares only the key, which OpenSSL counts and never changes.
        nonisolated(unsafe) let context = unsafe try require(
            EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil), else: .engineFailed)
        return unsafe context
    }
}
