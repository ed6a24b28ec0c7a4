import JSON
import Testing

@Suite struct StringReadingTests {
    @Test(arguments: [
        (#""""#, ""),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\uD834\uDD1e""#, "\u{1D11E}"),
        (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
        (#""\ud800\udc00""#, "\u{10000}"),
        (#""\u0000""#, "\0"),
        (#""\\u0041""#, "\\u0041"),
        ("\"\u{7F}é€𝄞\"", "\u{7F}é€𝄞"),
        (#""é\n""#, "é\n"),
    ])
    func `escapes stand for their characters`(text: String, string: String) throws {
        #expect(try value(text) == .string(string))
    }

    @Test(arguments: [
        (#""\ud800""#, JSONError(.loneSurrogate, at: 1)),
        (#""\udc00""#, JSONError(.loneSurrogate, at: 1)),
        (#""a\udc00\ud800""#, JSONError(.loneSurrogate, at: 2)),
        (#""\ud800\ud800""#, JSONError(.loneSurrogate, at: 1)),
        (#""\ud800\u0041""#, JSONError(.loneSurrogate, at: 1)),
        (#""\ud800\n""#, JSONError(.loneSurrogate, at: 1)),
        (#""\ud800x""#, JSONError(.loneSurrogate, at: 1)),
        (#""\ud800\u00""#, JSONError(.badEscape, at: 7)),
        (#"{"\ud800":1}"#, JSONError(.loneSurrogate, at: 2)),
        (#""\x""#, JSONError(.badEscape, at: 1)),
        (#""\u""#, JSONError(.badEscape, at: 1)),
        (#""\u12""#, JSONError(.badEscape, at: 1)),
        (#""\u12g4""#, JSONError(.badEscape, at: 1)),
        (#""\u 123""#, JSONError(.badEscape, at: 1)),
        (#""\U0041""#, JSONError(.badEscape, at: 1)),
        ("\"\\\u{e9}\"", JSONError(.badEscape, at: 1)),
        ("\"a\nb\"", JSONError(.controlCharacter, at: 2)),
        ("\"\0\"", JSONError(.controlCharacter, at: 1)),
        ("\"\u{1F}\"", JSONError(.controlCharacter, at: 1)),
        ("\"\\\n\"", JSONError(.badEscape, at: 1)),
        ("\"abc", JSONError(.unexpectedEnd, at: 4)),
        (#""abc\""#, JSONError(.unexpectedEnd, at: 6)),
        (#""\"#, JSONError(.unexpectedEnd, at: 2)),
        (#""\u"#, JSONError(.unexpectedEnd, at: 3)),
    ])
    func `a string that is not one is refused`(text: String, error: JSONError) {
        #expect(refusal(of: text) == error)
    }

    @Test(
        arguments: [
            [0x80], [0xFF], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
            [0xF0, 0x9D, 0x84],
            [0xFE],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused, in a plain, an escaped string and a key`(bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let newline = Array(#"\n"#.utf8)
        #expect(refusal(of: [quote] + bytes + [quote]) == JSONError(.notUTF8, at: 1))
        #expect(refusal(of: [quote] + newline + bytes + [quote]) == JSONError(.notUTF8, at: 3))
        #expect(refusal(of: [quote] + bytes + newline + [quote]) == JSONError(.notUTF8, at: 1))
        #expect(refusal(of: Array("{\"".utf8) + bytes + Array("\":1}".utf8))?.reason == .notUTF8)
    }

    @Test(
        arguments: [
            [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
            [0xEF, 0xBF, 0xBF],
            [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
        ] as [[UInt8]])
    func `the first and last characters of each length are read`(bytes: [UInt8]) throws {
        let string = String(decoding: bytes, as: UTF8.self)
        #expect(Array(string.utf8) == bytes)
        #expect(try JSONValue(parsing: [0x22] + bytes + [0x22]) == .string(string))
    }
}
