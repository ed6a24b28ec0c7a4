/// A name in a tag, taken apart at its dots; without parts it is `.`, the value at hand.
struct TemplateName: Hashable, Sendable {
    let parts: [String]

    var text: String { parts.isEmpty ? "." : parts.joined(separator: ".") }

    init?(_ text: String) {
        if text == "." {
            parts = []
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.parts = parts
    }
}

/// A template as it is kept between renderings.
indirect enum TemplateNode: Sendable {
    /// `startsLine` says that it begins a line of the source: there an indented partial puts its indentation.
    case text([UInt8], startsLine: Bool)
    case variable(TemplateName, isRaw: Bool, at: TextPosition)
    case section(TemplateName, isInverted: Bool, [TemplateNode], at: TextPosition)
    /// `isAlone` says that nothing else stands on its line.
    case partial(String, indentation: [UInt8], isAlone: Bool, at: TextPosition)
}

/// The partials that a template may include, by name.
struct TemplatePartials: Sendable {
    private var inline: [String: [TemplateNode]] = [:]
    private var alone: [String: [TemplateNode]] = [:]

    /// `alone` is what a partial stands for on a line of its own, where that differs.
    mutating func set(_ name: String, _ nodes: [TemplateNode], alone: [TemplateNode]? = nil) {
        inline[name] = nodes
        self.alone[name] = alone
    }

    func nodes(_ name: String, isAlone: Bool) -> [TemplateNode]? {
        (isAlone ? alone[name] : nil) ?? inline[name]
    }
}
