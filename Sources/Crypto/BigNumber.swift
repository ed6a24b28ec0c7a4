import COpenSSL

/// The owner of one BIGNUM that holds a private scalar.
@safe struct BigNumber: ~Copyable {
    private let pointer: OpaquePointer

    /// A number from big-endian bytes.
    init(_ bytes: [UInt8]) throws(CryptoError) {
        unsafe pointer = try require(
            BN_bin2bn(bytes, Int32(clamping: bytes.count), nil), else: .engineFailed)
        unsafe BN_set_flags(pointer, BN_FLG_CONSTTIME)
    }

    deinit {
        unsafe BN_clear_free(pointer)
    }

    /// Lends the number to one call.
    borrowing func lend<Result>(
        to body: (OpaquePointer) throws(CryptoError) -> Result
    ) throws(CryptoError) -> Result {
        try unsafe body(pointer)
    }
}
