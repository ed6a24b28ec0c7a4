import Templates
import Testing

struct RenderingTests {
    @Test func `a partial that includes itself is stopped`() throws {
        let endless = try Template<PlainText>("{{>a}}", partials: ["a": "x{{>b}}", "b": "{{>a}}"])
        #expect(throws: RenderError.tooDeep) { try endless.render([:]) }
        let indented = try Template<PlainText>("{{>a}}", partials: ["a": "x\n  {{>a}}\n"])
        #expect(throws: RenderError.tooDeep) { try indented.render([:]) }
    }

    @Test func `a partial that doubles itself is stopped`() throws {
        var partials = ["p0": "x"]
        for number in 1...40 { partials["p\(number)"] = "{{>p\(number - 1)}}{{>p\(number - 1)}}" }
        let doubling = try Template<PlainText>("{{>p40}}", partials: partials)
        #expect(throws: RenderError.tooMuch) { try doubling.render([:]) }
    }

    @Test func `lists that multiply each other are stopped, even without output`() throws {
        let list = TemplateValue.list(Array(repeating: "x", count: 100))
        let opening = String(repeating: "{{#l}}", count: 8)
        let closing = String(repeating: "{{/l}}", count: 8)
        let template = try Template<PlainText>(opening + closing)
        #expect(throws: RenderError.tooMuch) { try template.render(["l": list]) }
    }

    @Test(arguments: [
        (TemplateValue.text(""), "no"), (.text("0"), "yes"), (.bool(false), "no"), (.bool(true), "yes"),
        (.list([]), "no"), (.list([""]), "yes"), (.map([:]), "yes"),
    ])
    func `what counts as nothing`(value: TemplateValue, shown: String) throws {
        let template = try Template<PlainText>("{{#v}}yes{{/v}}{{^v}}no{{/v}}")
        #expect(try template.render(["v": value]) == shown)
    }

    @Test func `neither a list nor a map is text`() throws {
        let template = try Template<PlainText>("[{{l}}{{m}}{{b}}]")
        #expect(try template.render(["l": ["x"], "m": ["a": "x"], "b": true]) == "[true]")
    }

    @Test func `the last of two values of one name stays`() {
        #expect(["a": "1", "a": "2"] as TemplateValue == .map(["a": "2"]))
    }
}
