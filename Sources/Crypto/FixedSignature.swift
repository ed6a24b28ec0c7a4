/// The two forms of an ECDSA signature: OpenSSL speaks DER, JOSE two fixed numbers (RFC 7518, 3.4).
enum FixedSignature {
    static let length = 64

    /// DER of r‖s, nil unless there are 64 bytes. Whether r and s are in range OpenSSL decides.
    static func der(of fixed: [UInt8]) -> [UInt8]? {
        guard fixed.count == length else { return nil }
        let body = integer(fixed[..<32]) + integer(fixed[32...])
        return [0x30, UInt8(body.count)] + body
    }

    /// r‖s of a signature that OpenSSL made.
    static func fixed(of der: [UInt8]) throws(CryptoError) -> [UInt8] {
        var rest = der[...]
        guard rest.popFirst() == 0x30, let length = rest.popFirst(), Int(length) == rest.count else {
            throw .engineFailed
        }
        let numbers = try number(from: &rest) + number(from: &rest)
        guard rest.isEmpty else { throw .engineFailed }
        return numbers
    }

    /// X.690, 8.3: the shortest two's complement, so a leading 0 only where the top bit would mean minus.
    private static func integer(_ number: ArraySlice<UInt8>) -> [UInt8] {
        var digits = Array(number.drop { $0 == 0 })
        if digits.first.map({ $0 >= 0x80 }) ?? true { digits.insert(0, at: 0) }
        return [0x02, UInt8(digits.count)] + digits
    }

    private static func number(from rest: inout ArraySlice<UInt8>) throws(CryptoError) -> [UInt8] {
        guard rest.popFirst() == 0x02, let length = rest.popFirst(), Int(length) <= rest.count else {
            throw .engineFailed
        }
        let digits = rest.prefix(Int(length)).drop { $0 == 0 }
        rest = rest.dropFirst(Int(length))
        guard digits.count <= 32 else { throw .engineFailed }
        return [UInt8](repeating: 0, count: 32 - digits.count) + digits
    }
}
