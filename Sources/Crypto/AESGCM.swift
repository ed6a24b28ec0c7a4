import COpenSSL
import Domain

/// AES-256-GCM in one piece.
enum AESGCM {
    static let nonceLength = 12
    static let tagLength = 16

    /// Ciphertext and tag.
    static func seal(
        _ plain: [UInt8], key: Secret<[UInt8]>, nonce: [UInt8], associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        let context = try CipherContext()
        try context.start(encrypting: true, key: key, nonce: nonce)
        try context.authenticate(associated)
        return try context.transform(plain) + context.finishedTag()
    }

    /// The plain text; `.unauthentic` unless the tag fits.
    static func open(
        _ sealed: [UInt8], key: Secret<[UInt8]>, nonce: [UInt8], associated: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        guard sealed.count >= tagLength else { throw .unauthentic }
        let context = try CipherContext()
        try context.start(encrypting: false, key: key, nonce: nonce)
        try context.authenticate(associated)
        let plain = try context.transform(Array(sealed.dropLast(tagLength)))
        // Nothing leaves before this line: the text is worthless until its tag is known to fit.
        try context.check(tag: Array(sealed.suffix(tagLength)))
        return plain
    }
}

/// The owner of one EVP_CIPHER_CTX.
@safe private struct CipherContext: ~Copyable {
    private let pointer: OpaquePointer

    init() throws(CryptoError) {
        unsafe pointer = try require(EVP_CIPHER_CTX_new(), else: .engineFailed)
    }

    deinit {
        unsafe EVP_CIPHER_CTX_free(pointer)
    }

    borrowing func start(encrypting: Bool, key: Secret<[UInt8]>, nonce: [UInt8]) throws(CryptoError) {
        // OpenSSL reads 32 and 12 bytes whatever it is given.
        guard key.reveal().count == 32, nonce.count == AESGCM.nonceLength else { throw .invalidKey }
        try require(
            unsafe EVP_CipherInit_ex2(
                pointer, EVP_aes_256_gcm(), key.reveal(), nonce, encrypting ? 1 : 0, nil),
            else: .engineFailed)
    }

    borrowing func authenticate(_ associated: [UInt8]) throws(CryptoError) {
        var written: Int32 = 0
        try require(
            unsafe EVP_CipherUpdate(pointer, nil, &written, associated, Int32(clamping: associated.count)),
            else: .engineFailed)
    }

    borrowing func transform(_ input: [UInt8]) throws(CryptoError) -> [UInt8] {
        guard !input.isEmpty else { return [] }
        var output = [UInt8](repeating: 0, count: input.count)
        var written: Int32 = 0
        try require(
            unsafe EVP_CipherUpdate(pointer, &output, &written, input, Int32(clamping: input.count)),
            else: .engineFailed)
        return output
    }

    borrowing func finishedTag() throws(CryptoError) -> [UInt8] {
        var none = [UInt8](repeating: 0, count: 16)
        var written: Int32 = 0
        try require(unsafe EVP_CipherFinal_ex(pointer, &none, &written), else: .engineFailed)
        var tag = [UInt8](repeating: 0, count: AESGCM.tagLength)
        try require(
            unsafe EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_GET_TAG, Int32(AESGCM.tagLength), &tag),
            else: .engineFailed)
        return tag
    }

    borrowing func check(tag: [UInt8]) throws(CryptoError) {
        var tag = tag
        var none = [UInt8](repeating: 0, count: 16)
        var written: Int32 = 0
        try require(
            unsafe EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag),
            else: .engineFailed)
        try require(unsafe EVP_CipherFinal_ex(pointer, &none, &written), else: .unauthentic)
    }
}
