import COpenSSL

/// PBKDF2 with HMAC-SHA256 (RFC 8018, 5.2).
enum PBKDF2 {
    static func derive(
        from password: [UInt8], salt: [UInt8], iterations: Int, length: Int
    ) throws(CryptoError) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: length)
        try require(
            unsafe PKCS5_PBKDF2_HMAC(
                password.map(CChar.init(bitPattern:)), Int32(clamping: password.count),
                salt, Int32(clamping: salt.count), Int32(clamping: iterations), EVP_sha256(),
                Int32(clamping: length), &key),
            else: .engineFailed)
        return key
    }
}

/// Who wrote a PBKDF2 hash: each writes the same three things another way.
enum PBKDF2Dialect: Hashable, Sendable {
    case django
    case passlib
}
