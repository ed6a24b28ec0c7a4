/// What a device calls itself (`device_name`), cut to what can do no harm on someone else's screen:
/// 32 letters, digits and single spaces. It is the caller's own word and is shown as such.
public struct DisplayName: Hashable, Sendable {
    private static let longest = 32
    /// Past this nothing is looked at.
    private static let longestTyped = 256
    /// A letter keeps two of its marks (an accent, an Indic vowel), so that none grows into the lines above.
    private static let mostMarks = 2

    public let text: String

    /// Takes any text and leaves out what is no letter, digit or space; nil when nothing is left.
    public init?(_ text: String) {
        var kept = String.UnicodeScalarView()
        var length = 0
        var marks = 0
        var spaceIsDue = false
        reading: for scalar in text.unicodeScalars.prefix(DisplayName.longestTyped) {
            switch Part(scalar) {
            case .letterOrDigit:
                length += spaceIsDue ? 2 : 1
                if length > DisplayName.longest { break reading }
                if spaceIsDue { kept.append(" ") }
                kept.append(scalar)
                (spaceIsDue, marks) = (false, 0)
            case .mark:
                if length > 0, !spaceIsDue, marks < DisplayName.mostMarks { kept.append(scalar) }
                marks += 1
            case .space:
                spaceIsDue = length > 0
            case .other:
                // A mark behind it would otherwise sit on the letter before it.
                marks = DisplayName.mostMarks
            }
        }
        guard !kept.isEmpty else { return nil }
        self.text = String(kept)
    }

    private enum Part {
        case letterOrDigit, mark, space, other

        init(_ scalar: Unicode.Scalar) {
            let properties = scalar.properties
            // Some letters show nothing, the Hangul filler for one, and would let a name look empty.
            if properties.isDefaultIgnorableCodePoint {
                self = .other
                return
            }
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber:
                self = .letterOrDigit
            case .nonspacingMark, .spacingMark:
                self = .mark
            default:
                self = properties.isWhitespace ? .space : .other
            }
        }
    }
}
