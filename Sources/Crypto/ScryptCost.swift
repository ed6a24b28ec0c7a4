import COpenSSL

/// The parameters of scrypt (RFC 7914): N = 2^`logN` steps over blocks of 128·r bytes, p times.
public struct ScryptCost: Hashable, Sendable {
    public let logN: Int
    public let r: Int
    public let p: Int

    /// N = 2^15, r = 8, p = 3: 32 MiB and about half a second.
    public static let standard = ScryptCost(uncheckedLogN: 15, r: 8, p: 3)

    /// Fails with `.unreasonableCost` beyond 256 MiB or 16 times the standard work: a stored hash must not
    /// be able to stop the server.
    public init(logN: Int, r: Int, p: Int) throws(CryptoError) {
        guard (1...20).contains(logN), (1...32).contains(r), (1...64).contains(p) else {
            throw .unreasonableCost
        }
        let memory = 128 * r << logN
        guard memory <= 256 << 20, memory * p <= 16 * 3 * (32 << 20) else { throw .unreasonableCost }
        self.init(uncheckedLogN: logN, r: r, p: p)
    }

    private init(uncheckedLogN logN: Int, r: Int, p: Int) {
        self.logN = logN
        self.r = r
        self.p = p
    }

    /// The derived key. Slow.
    public func derive(from password: [UInt8], salt: [UInt8], length: Int) throws(CryptoError) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: length)
        // OpenSSL grants 32 MiB unless told otherwise, a little less than these parameters take:
        // N blocks, p blocks and two to work in.
        let memory = 128 * r * ((1 << logN) + p + 2)
        try require(
            unsafe EVP_PBE_scrypt(
                password.map(CChar.init(bitPattern:)), password.count, salt, salt.count,
                UInt64(1) << UInt64(logN), UInt64(r), UInt64(p), UInt64(memory), &key, length),
            else: .engineFailed)
        return key
    }
}
