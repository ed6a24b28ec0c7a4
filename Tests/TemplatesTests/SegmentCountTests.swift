import Templates
import Testing

struct SegmentCountTests {
    @Test(arguments: [
        ("", SegmentCount.Alphabet.gsm7, 0, 1),
        (String(repeating: "a", count: 160), .gsm7, 160, 1),
        (String(repeating: "a", count: 161), .gsm7, 161, 2),
        (String(repeating: "a", count: 306), .gsm7, 306, 2),
        (String(repeating: "a", count: 307), .gsm7, 307, 3),
        ("@£$¥\n\rΔ_ΦΩ¤¡Ä§¿à", .gsm7, 16, 1),
        ("{}[]~\\^|€", .gsm7, 18, 1),
        (String(repeating: "€", count: 80), .gsm7, 160, 1),
        // 76 pairs fill a joined segment to 152; the 153rd septet stays empty, as no pair is cut.
        (String(repeating: "€", count: 81), .gsm7, 162, 2),
        (String(repeating: "€", count: 153), .gsm7, 306, 3),
        ("`", .ucs2, 1, 1),
        ("ç", .ucs2, 1, 1),
        ("—", .ucs2, 1, 1),
        (String(repeating: "ж", count: 70), .ucs2, 70, 1),
        (String(repeating: "ж", count: 71), .ucs2, 71, 2),
        (String(repeating: "ж", count: 134), .ucs2, 134, 2),
        (String(repeating: "ж", count: 135), .ucs2, 135, 3),
        (String(repeating: "😀", count: 35), .ucs2, 70, 1),
        // 33 pairs fill a joined segment to 66 of 67.
        (String(repeating: "😀", count: 67), .ucs2, 134, 3),
    ])
    func `segments are counted as phones join them`(
        text: String, alphabet: SegmentCount.Alphabet, units: Int, segments: Int
    ) {
        let count = SegmentCount(text)
        #expect(count.alphabet == alphabet)
        #expect(count.units == units)
        #expect(count.segments == segments)
    }
}
