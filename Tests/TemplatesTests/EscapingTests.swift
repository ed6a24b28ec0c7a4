import Foundation
import Templates
import Testing

@Suite struct EscapingTests {
    private static let values: [String] = {
        var dice = Dice(seed: 42)
        return (0..<1000).map { _ in dice.nastyText() }
    }()

    @Test func `no value leaves an HTML text or a quoted attribute`() throws {
        let text = try Template<HTMLText>("<p>{{v}}</p>")
        for value in Self.values {
            let inside = try between("<p>", text.render(["v": .text(value)]), "</p>")
            #expect(!inside.utf8.contains { "<>\"'`\0".utf8.contains($0) }, "\(value.debugDescription)")
            let expected = value.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : String($0) }.joined()
            #expect(unescapedHTML(inside).utf8.elementsEqual(expected.utf8))
        }
    }

    @Test func `no value leaves a JSON string, even inside a script`() throws {
        let template = try Template<JSONStringText>(#"{"v":"{{v}}"}"#)
        for value in Self.values {
            let rendered = try template.render(["v": .text(value)])
            #expect(!rendered.unicodeScalars.contains { $0.value < 0x20 || $0 == "<" || $0 == "\u{2028}" })
            let parsed = try JSONSerialization.jsonObject(with: Data(rendered.utf8)) as? [String: String]
            #expect(parsed?.keys.sorted() == ["v"])
            #expect(parsed?["v"]?.utf16.elementsEqual(value.utf16) == true, "\(value.debugDescription)")
        }
    }

    @Test func `no value leaves a component of a URL`() throws {
        let template = try Template<URLText>("{{v}}")
        for value in Self.values {
            let rendered = try template.render(["v": .text(value)])
            let isPlain = rendered.utf8.allSatisfy { byte in
                (byte < 0x80 && Unicode.Scalar(byte).properties.isAlphabetic)
                    || "0123456789-._~%".utf8.contains(byte)
            }
            #expect(isPlain)
            #expect(unescapedURL(rendered) == Array(value.utf8))
        }
    }

    @Test func `no value adds a line to plain text or turns its direction`() throws {
        let template = try Template<PlainText>("a {{v}} b")
        for value in Self.values {
            let rendered = try template.render(["v": .text(value)])
            #expect(
                !rendered.unicodeScalars.contains {
                    $0.properties.generalCategory == .control || $0.properties.isBidiControl
                        || $0 == "\u{2028}" || $0 == "\u{2029}"
                })
            #expect(rendered.unicodeScalars.count == value.unicodeScalars.count + 4)
        }
    }

    @Test(arguments: ["{{{v}}}", "{{&v}}"])
    func `only a raw tag lets markup through`(source: String) throws {
        #expect(try Template<HTMLText>(source).render(["v": "<b>"]) == "<b>")
        #expect(try Template<HTMLText>("{{v}}").render(["v": "<b>"]) == "&lt;b&gt;")
    }

    @Test func `a value is not a template`() throws {
        #expect(try Template<PlainText>("{{v}}{{>v}}").render(["v": "{{w}}", "w": "no"]) == "{{w}}")
    }

    private func between(_ start: String, _ text: String, _ end: String) throws -> String {
        // By scalars: a value that begins with a combining mark makes one character with the `>` before it.
        let (scalars, tail) = (Array(text.unicodeScalars), Array(end.unicodeScalars))
        try #require(scalars.starts(with: start.unicodeScalars) && scalars.suffix(tail.count) == tail[...])
        let inside = scalars.dropFirst(start.unicodeScalars.count).dropLast(tail.count)
        return String(String.UnicodeScalarView(inside))
    }

    private func unescapedURL(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let first = rest.popFirst() {
            guard first == UInt8(ascii: "%") else {
                bytes.append(first)
                continue
            }
            guard let pair = String(rest.prefix(2)), let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    private func unescapedHTML(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"), ("&amp;", "&")]
            .reduce(
                text
            ) { text, pair in
                text.replacingOccurrences(of: pair.0, with: pair.1, options: .literal)
            }
    }
}
