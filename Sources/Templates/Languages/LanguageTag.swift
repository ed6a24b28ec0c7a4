/// A language tag as far as templates need it: `en`, `pt-BR`, `zh-Hans-TW` (RFC 5646, without its checks against
/// the registry). Letters count alike in either case.
public struct LanguageTag: Hashable, Sendable {
    private static let longest = 35

    /// In lower case.
    public let text: String

    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= Self.longest else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let primary = parts.first, 2...3 ~= primary.count, primary.allSatisfy(Self.isLetter),
            parts.allSatisfy({ 1...8 ~= $0.count && $0.allSatisfy { Self.isLetter($0) || Self.isDigit($0) } })
        else { return nil }
        self.text = text.lowercased()
    }

    var primary: Substring { text.prefix { $0 != "-" } }

    /// The language that stands for this one: itself, else with fewer subtags (RFC 4647, section 3.4), else any
    /// variety of the same language.
    func match(in available: [LanguageTag]) -> LanguageTag? {
        var range = text[...]
        while true {
            if let found = available.first(where: { $0.text == range }) { return found }
            guard let dash = range.lastIndex(of: "-") else { break }
            range = range[..<dash]
        }
        return available.first { $0.primary == primary }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
