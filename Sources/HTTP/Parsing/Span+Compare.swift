extension Span where Element == UInt8 {
    /// Whether `range` holds just `literal`, case-sensitively.
    func holds(_ literal: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == literal.utf8CodeUnitCount else { return false }
        let expected = unsafe literal.utf8Start
        for offset in 0..<range.count where unsafe self[range.lowerBound + offset] != expected[offset] {
            return false
        }
        return true
    }

    /// Whether `range`, which holds visible characters only, spells `lowercase`: letters and hyphens, in any case.
    ///
    /// Setting bit 5 folds the letters, and turns no other visible character into a letter or a hyphen.
    func spells(_ lowercase: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == lowercase.utf8CodeUnitCount else { return false }
        let expected = unsafe lowercase.utf8Start
        let start = range.lowerBound
        // Backwards: names that are as long mostly begin alike (`Sec-`, `Content-`) and end apart.
        var offset = range.count
        while offset > 0 {
            offset &-= 1
            guard unsafe self[start &+ offset] | 0x20 == expected[offset] else { return false }
        }
        return true
    }
}

extension Span where Element == UInt8 {
    /// A copy of `range`.
    func array(_ range: Range<Int>) -> [UInt8] {
        unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
    }
}
