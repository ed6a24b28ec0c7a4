import JSON
import Testing

@Suite struct WriterTests {
    private struct Contact: JSONWritable {
        let kind: String
        let provedAt: Int?

        func write(to writer: inout JSONWriter) {
            writer.object {
                $0.field("kind", kind)
                $0.field("proved_at", provedAt)
            }
        }
    }

    @Test func `fields come in the order written, absent ones not at all`() {
        let bytes = JSONWriter.object {
            $0.field("status", "ok")
            $0.field("absent", String?.none)
            $0.field("count", 3)
            $0.field("ratio", 0.5)
            $0.field("fresh", true)
            $0.fieldOrNull("sent_to", String?.none)
            $0.fieldOrNull("name", "x")
            $0.object("code") { $0.field("length", 4) }
            $0.field("roles", ["admin", "user"])
            $0.array("mixed") {
                $0.element(1)
                $0.element("a")
                $0.object { $0.field("k", false) }
                $0.array { _ in }
            }
            $0.array("items", of: 1...2) { $0.field("id", $1) }
            $0.field("contact", Contact(kind: "email", provedAt: nil))
            $0.object("empty") { _ in }
        }
        #expect(
            text(bytes) == """
                {"status":"ok","count":3,"ratio":0.5,"fresh":true,"sent_to":null,"name":"x","code":{"length":4},\
                "roles":["admin","user"],"mixed":[1,"a",{"k":false},[]],"items":[{"id":1},{"id":2}],\
                "contact":{"kind":"email"},"empty":{}}
                """)
        #expect(refusal(of: bytes) == nil)
    }

    @Test func `a value is appended to what is there`() {
        var bytes = Array("data: ".utf8)
        JSONWriter.append(Contact(kind: "phone", provedAt: 7), to: &bytes)
        #expect(text(bytes) == #"data: {"kind":"phone","proved_at":7}"#)
        #expect(text(JSONWriter.array { $0.element(1) }) == "[1]")
        #expect(text([Contact(kind: "a", provedAt: 1)].json) == #"[{"kind":"a","proved_at":1}]"#)
    }

    @Test(arguments: [
        ("", #""""#),
        ("\"\\/", #""\"\\/""#),
        ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\0\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""),
        ("</script>&", #""\u003c/script\u003e\u0026""#),
        ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""),
        ("é€𝄞", "\"é€𝄞\""),
        ("a\"", #""a\"""#),
        ("\"a", #""\"a""#),
    ])
    func `a string is escaped where it must be`(string: String, written: String) {
        #expect(text(string.json) == written)
    }

    @Test func `a key is escaped like any string`() {
        #expect(text(JSONWriter.object { $0.field("<\"", 1) }) == #"{"\u003c\"":1}"#)
    }

    @Test func `every character comes back from the reader`() throws {
        for first in stride(from: UInt32(0), through: 0x10FFFF, by: 997) {
            let scalars = (first..<first + 16).compactMap(Unicode.Scalar.init)
            let string = String(String.UnicodeScalarView(scalars))
            #expect(try JSONValue(parsing: string.json) == .string(string))
        }
    }

    @Test(arguments: [0, 1, -1, 9, 10, 99, 100, -1_234_567_890, .max, .min] as [Int64])
    func `a whole number is written with its digits`(number: Int64) {
        #expect(text(number.json) == String(number))
    }

    @Test(arguments: [
        0.1, -0.0, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e16, 123_456.789, 1e-7,
    ])
    func `a double reads back as the same number`(number: Double) throws {
        #expect(try JSONValue(parsing: number.json).asDouble?.bitPattern == number.bitPattern)
    }

    @Test func `what JSON cannot say is null`() {
        #expect(text(Double.nan.json) == "null")
        #expect(text((-Double.infinity).json) == "null")
    }
}
