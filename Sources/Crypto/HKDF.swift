/// HKDF with SHA-256 (RFC 5869).
public enum HKDF {
    /// `length` bytes derived from `secret`. Fails when more than 255 blocks are asked for.
    public static func derive(
        from secret: [UInt8], salt: [UInt8] = [], info: [UInt8], length: Int = Digest.length
    ) throws(CryptoError) -> [UInt8] {
        guard (0...255 * Digest.length).contains(length) else { throw .unreasonableCost }
        // RFC 5869, 2.2: without a salt it is a string of zeros, to which HMAC pads an empty key itself.
        let extracted = try HMACKey(salt).authenticate(secret)
        let key = try HMACKey(extracted.bytes)
        var output: [UInt8] = []
        var block: [UInt8] = []
        var counter: UInt8 = 0
        while output.count < length {
            counter += 1
            block = key.authenticate(block + info + [counter]).bytes
            output += block
        }
        return Array(output.prefix(length))
    }
}
