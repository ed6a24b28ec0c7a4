/// Names requests: the name a caller gave, if it is sane, else one of our own.
struct RequestIDs {
    private static let longest = 64
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Where this process begins on this loop, so that names do not repeat over restarts.
    private let origin = UInt64.random(in: .min ... .max)
    private var count: UInt64 = 0

    /// Thirteen characters: a string that short needs no memory of its own.
    mutating func next() -> String {
        count &+= 1
        // An odd factor makes a permutation of all 64-bit numbers: no name comes twice.
        var number = (origin &+ count) &* 0x9E37_79B9_7F4A_7C15
        return unsafe String(unsafeUninitializedCapacity: 13) { bytes in
            for index in 0..<13 {
                unsafe bytes[index] = Self.alphabet[Int(number & 31)]
                number >>= 5
            }
            return 13
        }
    }

    mutating func id(of layout: HeadLayout, in bytes: Span<UInt8>) -> String {
        for field in layout.fields where bytes.spells("x-request-id", at: field.name) {
            guard (1...Self.longest).contains(field.value.count) else { break }
            let value = bytes.array(field.value)
            guard value.allSatisfy(Self.isSane) else { break }
            return String(decoding: value, as: UTF8.self)
        }
        return next()
    }

    private static func isSane(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
