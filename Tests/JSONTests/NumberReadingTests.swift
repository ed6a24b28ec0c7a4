import JSON
import Testing

@Suite struct NumberReadingTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("-12", -12),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
        ] as [(String, Int64)])
    func `a whole number that fits is an Int64`(text: String, whole: Int64) throws {
        #expect(try value(text).asInt == whole)
    }

    @Test(
        arguments: [
            ("9223372036854775808", 9_223_372_036_854_775_808.0),
            ("-9223372036854775809", -9_223_372_036_854_775_808.0),
            ("99999999999999999999999", 1e23), ("1.0", 1), ("1e2", 100), ("-0.0", -0.0), ("0E+1", 0),
            ("0.1", 0.1),
            ("1.7976931348623157e308", .greatestFiniteMagnitude), ("5e-324", .leastNonzeroMagnitude),
            ("1e-400", 0),
        ] as [(String, Double)])
    func `any other number is the nearest Double`(text: String, real: Double) throws {
        let number = try value(text)
        #expect(number.asInt == nil)
        #expect(number.asDouble?.bitPattern == real.bitPattern)
    }

    @Test(arguments: ["0", "-0", "1.50", "1E+2", "123456789012345678901234567890", "0.10e-3", "-0.0"])
    func `a number keeps the text it was written with`(text: String) throws {
        let number = try value(text)
        guard case .number(let read) = number else {
            Issue.record("not a number")
            return
        }
        #expect(read.text == text)
        #expect(number.json == Array(text.utf8))
    }

    @Test(arguments: ["1e309", "-1e309", "1e99999999999999999999", "[1e400]"])
    func `a number beyond Double is refused, not made infinite`(text: String) {
        #expect(refusal(of: text)?.reason == .numberTooLarge)
    }

    @Test func `a whole number of four hundred digits is too large, three hundred are not`() {
        #expect(refusal(of: String(repeating: "9", count: 400)) == JSONError(.numberTooLarge, at: 0))
        #expect(refusal(of: String(repeating: "9", count: 300)) == nil)
        #expect(refusal(of: "0." + String(repeating: "9", count: 60_000)) == nil)
    }

    @Test(arguments: [
        ("-", 1), ("+1", 0), ("01", 1), ("-01", 2), ("00", 1), (".5", 0), ("1.", 2), ("1.e3", 2), ("1e", 2),
        ("1e+", 3), ("1eE2", 2), ("-a", 1), ("--1", 1), ("0x1", 1), ("1.2.3", 3), ("[-]", 2),
    ])
    func `a malformed number is refused at its place`(text: String, offset: Int) {
        #expect(refusal(of: text)?.offset == offset)
    }

    @Test(arguments: ["01", "-00", "[00]", "1.", "1e", "-"])
    func `a digit too many or too few is called a malformed number`(text: String) {
        #expect(refusal(of: text)?.reason == .badNumber)
    }

    @Test func `infinity and NaN are no numbers`() {
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(1.5)?.text == "1.5")
    }
}
