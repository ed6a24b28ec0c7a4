import JSON
import Testing

@Suite struct ReaderTests {
    @Test func `an object keeps the order of its keys`() throws {
        let object = try value(#"{"z":1,"a":[true,null],"m":{"k":"v"}}"#).asObject
        #expect(object?.members.map(\.key) == ["z", "a", "m"])
        #expect(object?["a"] == .array([.bool(true), .null]))
        #expect(object?["m"]?.asObject?["k"] == .string("v"))
        #expect(object?["missing"] == nil)
    }

    @Test(arguments: [
        ("", JSONError(.unexpectedEnd, at: 0)),
        ("  ", JSONError(.unexpectedEnd, at: 2)),
        ("nul", JSONError(.unexpectedEnd, at: 3)),
        ("nuLl", JSONError(.unexpectedByte, at: 2)),
        ("{} x", JSONError(.trailingBytes, at: 3)),
        ("1 2", JSONError(.trailingBytes, at: 2)),
        ("null\0", JSONError(.trailingBytes, at: 4)),
        ("[1,]", JSONError(.unexpectedByte, at: 3)),
        ("[1 2]", JSONError(.unexpectedByte, at: 3)),
        ("{\"a\" 1}", JSONError(.unexpectedByte, at: 5)),
        ("{a:1}", JSONError(.unexpectedByte, at: 1)),
        ("{\"a\":1,}", JSONError(.unexpectedByte, at: 7)),
        ("{\"a\":1", JSONError(.unexpectedEnd, at: 6)),
        ("\u{FEFF}{}", JSONError(.byteOrderMark, at: 0)),
        ("\u{A0}{}", JSONError(.unexpectedByte, at: 0)),
        ("/*x*/{}", JSONError(.unexpectedByte, at: 0)),
        ("NaN", JSONError(.unexpectedByte, at: 0)),
    ])
    func `a fault is named with its place`(text: String, error: JSONError) {
        #expect(refusal(of: text) == error)
    }

    @Test func `an error repeats nothing of the input`() {
        let error = refusal(of: #"{"hunter2":"hunter2","hunter2":0}"#)
        #expect(error?.reason == .doubledKey)
        #expect(error.map { "\($0)" } == "a key that is given twice at byte 21")
    }

    @Test(arguments: [
        #"{"a":1,"a":2}"#,
        #"{"a":1,"\u0061":2}"#,
        #"{"":1,"":2}"#,
        #"[{"x":{"b":1,"c":2,"b":1}}]"#,
        #"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"1":0}"#,
        #"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"a":0,"a":0}"#,
        #"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"8":0}"#,
    ])
    func `a doubled key is refused, compared after unescaping`(text: String) {
        #expect(refusal(of: text)?.reason == .doubledKey)
    }

    @Test(arguments: [
        #"{"a":1,"A":2}"#,
        #"[{"a":1},{"a":1}]"#,
        #"{"a":{"a":1}}"#,
        #"{"K":1,"\u212a":2}"#,
        #"{"\u00e9":1,"e\u0301":2}"#,
        #"{"a\u0323\u0307":1,"a\u0307\u0323":2}"#,
        #"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"\u00e9":1,"e\u0301":2}"#,
    ])
    func `keys of different code points are different keys`(text: String) {
        #expect(refusal(of: text) == nil)
    }

    @Test func `strings of different code points are different values`() throws {
        #expect(try value(#""\u00e9""#) == value("\"\u{e9}\""))
        #expect(try value(#""\u00e9""#) != value(#""e\u0301""#))
    }

    @Test(arguments: ["[", #"{"k":"#])
    func `sixteen containers may lie in each other, seventeen may not`(opening: String) {
        let closing = opening == "[" ? "]" : "}"
        let inner = opening == "[" ? "" : "0"
        func nested(_ depth: Int) -> String {
            String(repeating: opening, count: depth) + inner + String(repeating: closing, count: depth)
        }
        #expect(refusal(of: nested(16)) == nil)
        #expect(refusal(of: nested(17)) == JSONError(.tooDeep, at: 16 * opening.utf8.count))
        #expect(refusal(of: nested(1), depth: 0)?.reason == .tooDeep)
        #expect(refusal(of: "1", depth: 0) == nil)
        #expect(refusal(of: nested(1), depth: -1)?.reason == .tooDeep)
        #expect(refusal(of: nested(128), depth: .max) == nil)
        #expect(refusal(of: nested(129), depth: .max)?.reason == .tooDeep)
    }

    @Test func `neighbours do not add to the depth`() {
        let neighbours = "[" + String(repeating: "[],{},", count: 100) + "[]]"
        #expect(refusal(of: neighbours, depth: 2) == nil)
    }

    @Test func `a span is read like an array`() throws {
        let bytes = Array("x[1]x".utf8)
        #expect(try JSONValue(parsing: bytes.span.extracting(1..<4)) == .array([.number(JSONNumber(1))]))
    }

    @Test(.timeLimit(.minutes(10)))
    func `an object of very many keys takes time in proportion to its length`()
        throws
    {
        // Compared each with each, these would take minutes.
        let many = 50_000
        let distinct = "{" + (0..<many).map { "\"\($0)\":0" }.joined(separator: ",")
        #expect(try value(distinct + "}").asObject?.members.count == many)
        #expect(refusal(of: distinct + ",\"77\":0}")?.reason == .doubledKey)
    }

    @Test func `a key can be set, replaced and taken away in place`() {
        var object = JSONObject()
        object["a"] = .null
        object["b"] = .bool(true)
        object["a"] = .string("x")
        #expect(text(object.json) == #"{"a":"x","b":true}"#)
        object["a"] = nil
        object["c"] = nil
        #expect(text(object.json) == #"{"b":true}"#)
        #expect(!object.isEmpty)
    }
}
