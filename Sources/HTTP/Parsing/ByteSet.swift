/// A set of ASCII bytes in two words: asking takes a shift and touches no table.
struct ByteSet: Sendable {
    /// Bit n stands for byte n.
    var low: UInt64
    /// Bit n stands for byte 64 + n.
    var high: UInt64

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : high
        return byte < 128 && word &>> UInt64(byte & 63) & 1 == 1
    }
}

/// The sets are written as numbers so that they need no start-up; a test holds them to their characters.
extension ByteSet {
    /// RFC 9110, 5.6.2: letters, digits and ``!#$%&'*+-.^_`|~``.
    static let token = ByteSet(low: 0x03FF_6CFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE)

    /// What may stand in a target without a closer look: visible ASCII but `#`, `%` and `?`.
    static let plainTarget = ByteSet(low: 0x7FFF_FFD6_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFF)

    /// Unreserved characters (RFC 3986, 2.3): of a host name, all that a name in the DNS can need.
    static let hostName = ByteSet(low: 0x03FF_6000_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)

    /// Those, the colon before a port, and the brackets around an address.
    static let authority = ByteSet(low: 0x07FF_6000_0000_0000, high: 0x47FF_FFFE_AFFF_FFFE)

    /// Hex digits, colons and dots.
    static let addressLiteral = ByteSet(low: 0x07FF_4000_0000_0000, high: 0x0000_007E_0000_007E)
}

extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20

    /// The digit's worth, or nil for any other byte.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
