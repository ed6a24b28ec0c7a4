/// Scans that look at eight bytes at a time: names and values are nearly all of a head.
extension Span where Element == UInt8 {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var tops: UInt64 { 0x8080_8080_8080_8080 }

    /// The first byte from `start` on that is neither a printable ASCII character nor a space; the count if none.
    func firstUnprintable(from start: Int) -> Int {
        var index = start
        while let word = word(at: index) {
            // In each of the first two the lowest mark is exact; a borrow can mark wrongly only above it.
            let control = (word &- Self.ones &* 0x20) & ~word
            let deleted = word ^ (Self.ones &* 0x7F)
            let marks = (control | (deleted &- Self.ones) & ~deleted | word) & Self.tops
            if marks != 0 { return index &+ marks.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < count, self[index] >= 0x20, self[index] < 0x7F { index += 1 }
        return index
    }

    /// The first byte from `start` on that no token may have; the count if none.
    func tokenEnd(from start: Int) -> Int {
        var index = start
        while let word = word(at: index) {
            // Letters and hyphens are told by sums that leave no byte, so every mark is exact.
            let bits = word & ~Self.tops
            let folded = bits | Self.ones &* 0x20
            let letters = (folded &+ Self.ones &* 0x1F) & ~(folded &+ Self.ones &* 0x05)
            let hyphens = ~((bits ^ Self.ones &* 0x2D) &+ Self.ones &* 0x7F)
            let others = ~((letters | hyphens) & ~word) & Self.tops
            if others != 0 {
                index &+= others.trailingZeroBitCount / 8
                break
            }
            index &+= 8
        }
        let token = ByteSet.token
        while index < count, token.contains(self[index]) { index += 1 }
        return index
    }

    /// Eight bytes, the first one lowest; nil where fewer are left.
    @inline(__always)
    private func word(at index: Int) -> UInt64? {
        guard index &+ 8 <= count else { return nil }
        return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// `range` without the spaces and tabs at its ends.
    func trimmingWhiteSpace(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] == .space || self[start] == .tab { start += 1 }
        while start < end, self[end - 1] == .space || self[end - 1] == .tab { end -= 1 }
        return start..<end
    }
}
