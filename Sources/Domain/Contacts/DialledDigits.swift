/// The digits behind the `+` of a telephone number: 15 at most (E.164, 6), none of them allocated.
struct DialledDigits {
    static let most = 15
    /// Long enough for every way of writing 15 digits; what is longer is not looked at.
    private static let longestTyped = 64

    private var digits = InlineArray<15, UInt8>(repeating: 0)
    private(set) var count = 0

    subscript(_ position: Int) -> Int { Int(digits[position]) }

    /// Reads a `+`, then digits, with spaces, dashes, dots and parentheses wherever people put them.
    init(parsing text: String) throws(PhoneNumberError) {
        let bytes = text.utf8
        guard bytes.count <= DialledDigits.longestTyped else { throw .tooLong }
        guard bytes.first == UInt8(ascii: "+") else { throw .missingPlus }
        for byte in bytes.dropFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard count < DialledDigits.most else { throw .tooLong }
                digits[count] = byte - UInt8(ascii: "0")
                count += 1
            default:
                guard " -.()".utf8.contains(byte) else { throw .character }
            }
        }
    }

    func has(_ others: [Int], at position: Int) -> Bool {
        position + others.count <= count && others.indices.allSatisfy { self[position + $0] == others[$0] }
    }

    /// Takes out `length` digits from `position` on.
    mutating func remove(_ length: Int, at position: Int) {
        for target in position..<count - length { digits[target] = digits[target + length] }
        count -= length
    }

    /// The digits as one number. E.164 has no leading zero, so none is lost.
    var value: UInt64 {
        (0..<count).reduce(0) { $0 * 10 + UInt64(digits[$1]) }
    }

    /// How many digits the country calling code has, by the zones of ITU-T E.164; nil when none starts so.
    var countryCodeLength: Int? {
        guard count >= 3 else { return nil }
        switch self[0] * 10 + self[1] {
        case 0..<10: return nil
        case 10..<20, 70..<80: return 1
        case 20, 27, 28, 30...34, 36, 39...41, 43...49, 51...58, 60...66, 81, 82, 84, 86, 90...95, 98:
            return 2
        default: return 3
        }
    }
}
