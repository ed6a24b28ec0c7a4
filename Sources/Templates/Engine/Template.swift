/// A compiled template. Its target decides how every value is escaped, so a template for one place cannot be
/// used in another by mistake:
///
///     let greeting = try Template<HTMLText>("<p>Hello {{name}}</p>")
///     try greeting.render(["name": "A & B"])
///
/// The language is Mustache with its required parts: interpolation, sections, inverted sections, partials,
/// comments and delimiters.
public struct Template<Target: TemplateTarget>: Sendable {
    private let nodes: [TemplateNode]
    private let partials: TemplatePartials

    /// Fails at the first fault of the source or of a partial.
    public init(_ source: String, partials: [String: String] = [:]) throws(TemplateError) {
        var parsed = TemplatePartials()
        for (name, text) in partials {
            do {
                parsed.set(name, try TemplateParser.parse(text))
            } catch {
                throw TemplateError(error.reason, at: error.position, in: name)
            }
        }
        self.init(nodes: try TemplateParser.parse(source), partials: parsed)
    }

    init(nodes: [TemplateNode], partials: TemplatePartials) {
        self.nodes = nodes
        self.partials = partials
    }

    /// Fails only when partials include each other without end or lists multiply beyond a megabyte.
    public func render(_ value: TemplateValue) throws(RenderError) -> String {
        var renderer = TemplateRenderer<Target>(partials: partials, value: value)
        try renderer.render(nodes)
        return String(decoding: renderer.output, as: UTF8.self)
    }
}
