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
    private static let basic = Set(
        """
        @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
        abcdefghijklmnopqrstuvwxyzäöñüà
        """.unicodeScalars)
    /// Section 6.2.1.1: written as an escape and one more septet.
    private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)

    /// 0 for a character that the alphabet does not have.
    static func septets(_ scalar: Unicode.Scalar) -> Int {
        if basic.contains(scalar) { return 1 }
        return extended.contains(scalar) ? 2 : 0
    }
}
