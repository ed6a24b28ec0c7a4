/// How many segments a text takes as an SMS, and in which alphabet. A gateway bills and phones join by segment.
public struct SegmentCount: Equatable, Sendable {
    public enum Alphabet: Equatable, Sendable {
        /// The default alphabet of 3GPP TS 23.038, section 6.2.1, in septets.
        case gsm7
        /// Everything else goes in UTF-16, for historical reasons called UCS-2.
        case ucs2

        /// How many units one segment holds, and how many each of several: a header of six octets joins them.
        var single: Int { self == .gsm7 ? 160 : 70 }
        var joined: Int { self == .gsm7 ? 153 : 67 }
    }

    public let alphabet: Alphabet
    /// Septets or UTF-16 units.
    public let units: Int
    public let segments: Int

    public init(_ text: String) {
        let septets = text.unicodeScalars.map(GSMAlphabet.septets)
        let isGSM = septets.allSatisfy { $0 > 0 }
        let alphabet: Alphabet = isGSM ? .gsm7 : .ucs2
        let lengths = isGSM ? septets : text.unicodeScalars.map { UTF16.width($0) }
        self.alphabet = alphabet
        units = lengths.reduce(0, +)
        segments = units <= alphabet.single ? 1 : Self.pack(lengths, into: alphabet.joined)
    }

    /// An escaped character or a surrogate pair is never cut in two, so a segment may end one unit early.
    private static func pack(_ lengths: [Int], into room: Int) -> Int {
        var segments = 1
        var used = 0
        for length in lengths {
            if used + length > room {
                segments += 1
                used = 0
            }
            used += length
        }
        return segments
    }
}

private enum GSMAlphabet {
    private static let basic = """
        @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
        abcdefghijklmnopqrstuvwxyzäöñüà
        """
    /// Section 6.2.1.1: written as an escape and one more septet.
    private static let extended = "\u{0C}^{}\\[~]|"
    /// The only one of the second table that lies far from the others.
    private static let euro: Unicode.Scalar = "€"

    /// By the number of the scalar, up to the last letter of Greek that is in the alphabet.
    private static let table: [Int] = {
        var table = Array(repeating: 0, count: 0x400)
        for scalar in basic.unicodeScalars { table[Int(scalar.value)] = 1 }
        for scalar in extended.unicodeScalars { table[Int(scalar.value)] = 2 }
        return table
    }()

    /// 0 for a character that the alphabet does not have.
    static func septets(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < table.count ? table[Int(scalar.value)] : scalar == euro ? 2 : 0
    }
}
