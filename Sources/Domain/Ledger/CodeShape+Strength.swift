extension CodeShape: Comparable {
    /// A longer code is the stronger one.
    public static func < (left: CodeShape, right: CodeShape) -> Bool {
        left.strength < right.strength
    }

    private var strength: Int {
        switch self {
        case .digits4: 0
        case .digits6: 1
        case .digits8: 2
        case .base32: 3
        }
    }

    /// Which budget a guess at such a code is charged to. Sixty bits need none.
    var bucket: GuessBucket.Kind? {
        switch self {
        case .digits4, .digits6: .short
        case .digits8: .long
        case .base32: nil
        }
    }
}
