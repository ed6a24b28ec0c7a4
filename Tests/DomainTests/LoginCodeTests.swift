import Domain
import Doubles
import Testing

@Suite struct LoginCodeTests {
    static let seed: UInt64 = 20_260_101

    func code(_ typed: String, _ shape: CodeShape) -> String? {
        LoginCode(typed: typed, shape: shape)?.reveal()
    }

    @Test(arguments: CodeShape.allCases)
    func `a drawn code has its shape and reads back`(shape: CodeShape) {
        let random = SeededRandom(seed: Self.seed)
        for _ in 0..<500 {
            let code = LoginCode(shape) { _ in random.bytes(32) }
            #expect(code.reveal().utf8.count == shape.length)
            #expect(LoginCode(typed: code.reveal(), shape: shape) == code)
        }
    }

    @Test func `bytes that would favour some digits are passed over and the next block is asked for`() {
        var asked: [UInt32] = []
        let code = LoginCode(.digits4) { block in
            asked.append(block)
            return block == 0 ? [250, 255, 249, 0] : [251, 11, 252, 123, 44]
        }
        #expect(code.reveal() == "9013")
        #expect(asked == [0, 1])
    }

    @Test func `codes of four digits are uniform`() {
        // A million draws, 10,000 kinds of 100 each: chi-square has 9,999 degrees of freedom, deviation 141.
        var state = Self.seed
        var counts = [Int](repeating: 0, count: 10_000)
        for _ in 0..<1_000_000 {
            let code = LoginCode(.digits4) { _ in
                // The upper bytes of a linear generator: plain enough to stay quick in a debug build.
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return [
                    UInt8(state >> 56), UInt8(state >> 48 & 255), UInt8(state >> 40 & 255),
                    UInt8(state >> 32 & 255),
                ]
            }
            counts[code.reveal().utf8.reduce(0) { $0 * 10 + Int($1 & 15) }] += 1
        }
        let chiSquare = counts.reduce(0.0) { $0 + Double(($1 - 100) * ($1 - 100)) / 100 }
        #expect(abs(chiSquare - 9_999) < 4 * 141, "seed \(Self.seed): \(chiSquare)")
    }

    @Test func `every symbol of base32 is as likely as any other`() {
        let random = SeededRandom(seed: Self.seed)
        var counts: [Character: Int] = [:]
        for _ in 0..<20_000 {
            for symbol in LoginCode(.base32, from: { _ in random.bytes(32) }).reveal() {
                counts[symbol, default: 0] += 1
            }
        }
        #expect(counts.count == 32)
        // 31 degrees of freedom, deviation 8.
        let chiSquare = counts.values.reduce(0.0) { $0 + Double(($1 - 7500) * ($1 - 7500)) / 7500 }
        #expect(abs(chiSquare - 31) < 4 * 8, "seed \(Self.seed): \(chiSquare)")
    }

    @Test(arguments: [
        ("0427", "0427"), (" 0427 ", "0427"), ("04 27", "0427"), ("0-4-2-7", "0427"),
        ("04\u{2013}27", "0427"),
        ("04\u{00A0}27", "0427"),
    ])
    func `spaces and dashes in a typed code are passed over`(typed: String, read: String) {
        #expect(code(typed, .digits4) == read)
    }

    @Test(arguments: [
        "", "042", "04271", "042a", "٠٤٢٧", "０４２７", "0427\n", "+427", "0427\u{0301}", "O427", "    ",
        "0427" + String(repeating: " ", count: 200),
    ])
    func `a code of another length or alphabet is refused`(typed: String) {
        #expect(code(typed, .digits4) == nil)
    }

    @Test func `base32 reads either case, O as 0, I and L as 1`() {
        #expect(code("oOiI-lLab-CDxz", .base32) == "001111ABCDXZ")
        #expect(code("0000 0000 000u", .base32) == nil)
        #expect(code("0000 0000 000U", .base32) == nil)
        // A character that only turns into a letter when a bit is cleared.
        #expect(code("00000000000{", .base32) == nil)
        #expect(code("00000000000@", .base32) == nil)
        #expect(code("000000000000", .digits8) == nil)
    }

    @Test func `codes are equal only when every symbol and the shape are`() {
        #expect(LoginCode(typed: "1234", shape: .digits4) == LoginCode(typed: "12-34", shape: .digits4))
        for other in ["0234", "1034", "1204", "1230"] {
            #expect(LoginCode(typed: "1234", shape: .digits4) != LoginCode(typed: other, shape: .digits4))
        }
        #expect(LoginCode(typed: "123412", shape: .digits6) != LoginCode(typed: "1234", shape: .digits4))
        #expect(LoginCode(typed: "1234", shape: .digits4) != LoginCode(typed: "123412", shape: .digits6))
    }

    @Test func `a code is never printed`() throws {
        let code = try #require(LoginCode(typed: "8315", shape: .digits4))
        var dumped = ""
        dump(code, to: &dumped)
        #expect(!(dumped + "\(code)" + String(reflecting: code)).contains("8315"))
    }
}
