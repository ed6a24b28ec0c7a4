import Templates
import Testing

struct ParserTests {
    @Test(
        arguments: [
            ("{{name", TemplateError.Reason.unclosedTag, 1, 1),
            ("a\nbé {{", .unclosedTag, 2, 4),
            ("{{{name}}", .unclosedTag, 1, 1),
            ("{{! never", .unclosedTag, 1, 1),
            ("x\n  {{#a}}\n{{b}}", .unclosedSection("a"), 2, 3),
            ("{{#a}}{{#b}}{{/b}}", .unclosedSection("a"), 1, 1),
            ("\r\n{{/a}}", .unopenedSection("a"), 2, 1),
            ("{{#a}}\n{{/b}}", .crossedSection(opened: "a", closed: "b"), 2, 1),
            ("{{^a.b}}{{/a}}", .crossedSection(opened: "a.b", closed: "a"), 1, 9),
            ("{{}}", .badName, 1, 1),
            ("{{ }}", .badName, 1, 1),
            ("{{#}}{{/}}", .badName, 1, 1),
            ("{{a b}}", .badName, 1, 1),
            ("{{a..b}}", .badName, 1, 1),
            ("{{.a}}", .badName, 1, 1),
            ("{{> }}", .badName, 1, 1),
            ("{{< parent}}", .unsupportedTag, 1, 1),
            ("{{$ block}}", .unsupportedTag, 1, 1),
            ("{{>*name}}", .unsupportedTag, 1, 1),
            ("{{=<%=}}", .badDelimiters, 1, 1),
            ("{{= a b c =}}", .badDelimiters, 1, 1),
            ("{{= a= b =}}", .badDelimiters, 1, 1),
            ("{{=123456789 >=}}", .badDelimiters, 1, 1),
            ("{{=<% %>=}}\n<%", .unclosedTag, 2, 1),
        ])
    func `a fault is told with its line and column`(
        source: String, reason: TemplateError.Reason, line: Int, column: Int
    ) {
        let expected = TemplateError(reason, at: TextPosition(line: line, column: column))
        #expect(throws: expected) { try Template<HTMLText>(source) }
    }

    @Test func `a fault in a partial names it`() {
        let expected = TemplateError(.unclosedTag, at: TextPosition(line: 2, column: 1), in: "row")
        #expect(throws: expected) { try Template<HTMLText>("{{> row}}", partials: ["row": "a\n{{b"]) }
        #expect("\(expected)".hasPrefix("partial row, line 2, column 1: "))
    }

    @Test(arguments: [(32, true), (33, false), (60_000, false)])
    func `sections nest to a bound`(depth: Int, compiles: Bool) throws {
        let source =
            String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth)
        if compiles {
            #expect(try Template<PlainText>(source).render(["a": true]) == "x")
        } else {
            let place = TextPosition(line: 1, column: 32 * 6 + 1)
            let reason: TemplateError.Reason = source.utf8.count > 256 * 1024 ? .tooLong : .tooDeep
            let expected = TemplateError(
                reason, at: reason == .tooLong ? TextPosition(line: 1, column: 1) : place)
            #expect(throws: expected) { try Template<PlainText>(source) }
        }
    }

    @Test func `a source longer than its bound is refused`() throws {
        let most = String(repeating: "a", count: 256 * 1024)
        #expect(try Template<PlainText>(most).render([:]) == most)
        #expect(throws: TemplateError(.tooLong, at: TextPosition(line: 1, column: 1))) {
            try Template<PlainText>(most + "a")
        }
    }

    @Test func `no input traps, whatever it is made of`() {
        let pieces = [
            "{{", "}}", "{{{", "}}}", "#", "^", "/", ">", "!", "=", "&", "a", ".", "b.c", " ", "\n", "\r\n",
            "\t",
            "<% %>", "<%", "%>", "é", "\u{0}", "𝕏", "{{#a}}", "{{/a}}", "{{>p}}", "{{=<% %>=}}", "{", "}",
        ]
        var random = Dice(seed: 7)
        var compiled = 0
        for _ in 0..<20_000 {
            let source = (0..<Int.random(in: 0...12, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            guard let template = try? Template<HTMLText>(source, partials: ["p": "{{>p}}"]) else { continue }
            compiled += 1
            _ = try? template.render(["a": ["x", ["b": ["c": "y"]]], "b": ["c": true]])
        }
        #expect(compiled > 1000)
    }
}
