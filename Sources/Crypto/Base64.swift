/// Base64 in the forms that our formats ask for. Decoding is strict: one text for each byte string.
public struct Base64: Sendable {
    private let symbols: [UInt8]
    private let values: [UInt8]
    private let padded: Bool

    /// RFC 7515, 2: the URL-safe alphabet without padding.
    public static let url = Base64(last: "-_", padded: false)
    /// RFC 4648, 4, with padding: Django's hashes, Basic authentication, MIME.
    public static let standard = Base64(last: "+/", padded: true)
    /// The PHC string format: the standard alphabet without padding.
    public static let phc = Base64(last: "+/", padded: false)
    /// What passlib calls ab64: `.` in the place of `+`, without padding.
    public static let passlib = Base64(last: "./", padded: false)

    private init(last: String, padded: Bool) {
        symbols = Array(("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + last).utf8)
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, symbol) in symbols.enumerated() { values[Int(symbol)] = UInt8(value) }
        self.values = values
        self.padded = padded
    }

    public func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var bits: UInt32 = 0
        var held = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 6 {
                held -= 6
                text.append(symbols[Int(bits >> UInt32(held) & 63)])
            }
        }
        if held > 0 { text.append(symbols[Int(bits << UInt32(6 - held) & 63)]) }
        if padded {
            while !text.count.isMultiple(of: 4) { text.append(UInt8(ascii: "=")) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; fails on a foreign character, white space, wrong padding, or bits left over that are not 0.
    public func decode(_ text: some StringProtocol) throws(CryptoError) -> [UInt8] {
        try decode(Array(text.utf8)[...])
    }

    /// The same over bytes of text.
    public func decode(_ text: ArraySlice<UInt8>) throws(CryptoError) -> [UInt8] {
        var text = text
        if padded {
            guard text.count.isMultiple(of: 4) else { throw .malformed }
            for _ in 0..<2 where text.last == UInt8(ascii: "=") { text.removeLast() }
        }
        guard text.count % 4 != 1 else { throw .malformed }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var bits: UInt32 = 0
        var held = 0
        for symbol in text {
            let value = values[Int(symbol)]
            guard value < 64 else { throw .malformed }
            bits = bits << 6 | UInt32(value)
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        // RFC 4648, 3.5: bits left over must be 0, or one byte string would have several texts.
        guard bits & (1 << UInt32(held) - 1) == 0 else { throw .malformed }
        return bytes
    }
}
