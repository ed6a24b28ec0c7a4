/// Where text messages may go: the beginnings of numbers in `sms.allowed_prefixes`, such as `+49`.
///
/// A beginning is all that counts: `+1` takes in the Caribbean as well, where toll fraud likes to live;
/// `+1202` takes in one city.
public struct AllowedPrefixes: Hashable, Sendable {
    /// A text that is no prefix, by its place in the list.
    public struct Malformed: Error, Hashable {
        public let place: Int
    }

    private let prefixes: [String]

    /// Takes prefixes of `+` and 1 to 15 digits, the first of them no zero. An empty list allows nothing.
    public init(_ prefixes: [String]) throws(Malformed) {
        for (place, prefix) in prefixes.enumerated() where !AllowedPrefixes.isPrefix(prefix) {
            throw Malformed(place: place)
        }
        self.prefixes = prefixes
    }

    /// Every number, for a gateway that sends nothing.
    public static let all = AllowedPrefixes(unchecked: ["+"])

    private init(unchecked prefixes: [String]) {
        self.prefixes = prefixes
    }

    public var isEmpty: Bool { prefixes.isEmpty }

    public func contains(_ number: PhoneNumber) -> Bool {
        let canonical = number.canonical
        return prefixes.contains { canonical.hasPrefix($0) }
    }

    private static func isPrefix(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        return text.utf8.first == UInt8(ascii: "+") && (1...15).contains(digits.count)
            && digits.first != UInt8(ascii: "0")
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
