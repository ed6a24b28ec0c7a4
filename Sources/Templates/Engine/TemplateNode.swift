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
    case partial(String, indentation: [UInt8], at: TextPosition)
}
