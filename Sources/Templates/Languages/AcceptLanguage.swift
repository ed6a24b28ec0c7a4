/// The field `Accept-Language` (RFC 9110, section 12.5.4): language ranges with weights.
struct AcceptLanguage: Equatable {
    /// Past these nothing is looked at: no browser sends as much.
    private static let longest = 1024
    private static let mostRanges = 32

    struct Range: Equatable {
        /// Nil is `*`.
        let tag: LanguageTag?
        /// In thousandths: a weight has at most three digits behind its point.
        let weight: Int
    }

    /// The heaviest first, those of equal weight as they came.
    let ranges: [Range]

    /// An element that is malformed is left out, the others stand.
    init(_ field: String) {
        let bytes = field.utf8.prefix(Self.longest)
        let elements = bytes.split(separator: UInt8(ascii: ",")).prefix(Self.mostRanges)
        // The sort of the standard library keeps the order of equals.
        ranges = elements.compactMap { Self.range(Self.trimmed($0)) }.sorted { $0.weight > $1.weight }
    }

    /// Nil when none of the available ones is wanted.
    func choose(from available: [LanguageTag], or fallback: LanguageTag) -> LanguageTag? {
        // Weight 0 says "not this one" (section 12.4.2).
        let refused = Set(ranges.lazy.filter { $0.weight == 0 }.compactMap { $0.tag })
        let acceptable = available.filter { !refused.contains($0) }
        for range in ranges where range.weight > 0 {
            guard let tag = range.tag else {
                return acceptable.contains(fallback) ? fallback : acceptable.first
            }
            if let found = tag.match(in: acceptable) { return found }
        }
        return nil
    }

    private static func range(_ element: Substring.UTF8View) -> Range? {
        let parts = element.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(trimmed)
        guard let name = parts.first, parts.count <= 2 else { return nil }
        let weight = parts.count == 2 ? self.weight(parts[1]) : 1000
        guard let weight, let text = String(name) else { return nil }
        if text == "*" { return Range(tag: nil, weight: weight) }
        return LanguageTag(text).map { Range(tag: $0, weight: weight) }
    }

    /// `q=0.5`: 0 or 1, then at most three digits, and 1 with zeros only.
    private static func weight(_ parameter: Substring.UTF8View) -> Int? {
        let bytes = Array(parameter)
        guard bytes.count >= 3, bytes.count <= 7, bytes[0] | 0x20 == UInt8(ascii: "q"),
            bytes[1] == UInt8(ascii: "="), bytes.count == 3 || bytes[3] == UInt8(ascii: ".")
        else { return nil }
        var digits = [bytes[2]] + bytes.dropFirst(4)
        digits += Array(repeating: UInt8(ascii: "0"), count: 4 - digits.count)
        var thousandths = 0
        for digit in digits {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
            thousandths = thousandths * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return thousandths <= 1000 ? thousandths : nil
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
        return bytes
    }
}
