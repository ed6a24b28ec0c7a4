import COpenSSL

/// The owner of one EVP_PKEY_CTX, set up to sign or to verify.
@safe struct KeyContext: ~Copyable {
    private let pointer: OpaquePointer

    private init(owning pointer: sending OpaquePointer) {
        unsafe self.pointer = pointer
    }

    /// A context that signs with `key`.
    static func signing(with key: borrowing KeyHandle) throws(CryptoError) -> KeyContext {
        let context = unsafe KeyContext(owning: try key.context())
        try require(unsafe EVP_PKEY_sign_init(context.pointer), else: .engineFailed)
        return context
    }

    /// A context that checks signatures of `key`.
    static func verifying(with key: borrowing KeyHandle) throws(CryptoError) -> KeyContext {
        let context = unsafe KeyContext(owning: try key.context())
        try require(unsafe EVP_PKEY_verify_init(context.pointer), else: .engineFailed)
        return context
    }

    deinit {
        unsafe EVP_PKEY_CTX_free(pointer)
    }

    /// A context of its own for one operation, so that the lock is held for 0.3 µs and not for 30.
    borrowing func duplicate() throws(CryptoError) -> sending KeyContext {
        // The copy shares only the key, which OpenSSL counts and never changes.
        nonisolated(unsafe) let copy = unsafe try require(EVP_PKEY_CTX_dup(pointer), else: .engineFailed)
        return unsafe KeyContext(owning: copy)
    }

    /// The DER signature of a digest.
    borrowing func sign(_ digest: Digest) throws(CryptoError) -> [UInt8] {
        // SEQUENCE of two INTEGERs of at most 33 bytes.
        var signature = [UInt8](repeating: 0, count: 72)
        var length = signature.count
        try require(
            unsafe EVP_PKEY_sign(pointer, &signature, &length, digest.bytes, Digest.length),
            else: .engineFailed)
        return Array(signature.prefix(length))
    }

    /// Whether a DER signature is the key's over the digest.
    borrowing func verifies(_ signature: [UInt8], of digest: Digest) -> Bool {
        let result = unsafe EVP_PKEY_verify(
            pointer, signature, signature.count, digest.bytes, Digest.length)
        if result != 1 { ERR_clear_error() }
        return result == 1
    }
}
