import COpenSSL

/// What this room refuses, and why.
public enum CryptoError: Error, Hashable, Sendable {
    /// A key of the wrong length, a scalar outside 1…n-1, or a point that is not on the curve.
    case invalidKey
    /// The sealed bytes were changed, belong elsewhere, or no secret of ours opens them.
    case unauthentic
    /// The text is not in the one form that is accepted.
    case malformed
    /// Parameters that would cost more time or memory than we grant, or too little to be safe.
    case unreasonableCost
    /// OpenSSL failed at something that input does not decide: memory, or a broken installation.
    case engineFailed
}

/// Throws `error` unless OpenSSL returned 1, and leaves no entry behind: the TLS code of the same thread
/// reads that queue to learn what happened to its own connection.
func require(_ result: Int32, else error: CryptoError) throws(CryptoError) {
    if result != 1 {
        ERR_clear_error()
        throw error
    }
}

/// The pointer, or `error` when OpenSSL returned none.
func require(_ pointer: OpaquePointer?, else error: CryptoError) throws(CryptoError) -> OpaquePointer {
    guard let pointer = unsafe pointer else {
        ERR_clear_error()
        throw error
    }
    return unsafe pointer
}
