/// One rendering. Depth and work are bounded whatever the template and the values are.
struct TemplateRenderer<Target: TemplateTarget> {
    /// Sections and partials inside each other, together.
    private static var deepest: Int { 96 }
    /// One for each node and each byte that is written.
    private static var mostWork: Int { 1024 * 1024 }

    let partials: TemplatePartials
    private(set) var output: [UInt8] = []
    private var stack: [TemplateValue]
    private var indentation: [UInt8] = []
    private var depth = 0
    private var work = 0

    init(partials: TemplatePartials, value: TemplateValue) {
        self.partials = partials
        stack = [value]
    }

    mutating func render(_ nodes: [TemplateNode]) throws(RenderError) {
        for node in nodes {
            switch node {
            case .text(let text, let startsLine): append(text, startsLine: startsLine)
            case .variable(let name, let isRaw, _): append(lookUp(name), isRaw: isRaw)
            case .section(let name, let isInverted, let inner, _):
                try section(lookUp(name), isInverted: isInverted, inner)
            // The specification: a partial that is not there is empty.
            case .partial(let name, let indentation, let isAlone, _):
                try partial(partials.nodes(name, isAlone: isAlone) ?? [], indentation)
            }
            work += 1
            guard work + output.count <= Self.mostWork else { throw .tooMuch }
        }
    }

    private mutating func section(
        _ value: TemplateValue?, isInverted: Bool, _ inner: [TemplateNode]
    ) throws(RenderError) {
        guard let value, value.isShown else {
            if isInverted { try enter { (self) throws(RenderError) in try self.render(inner) } }
            return
        }
        if isInverted { return }
        if case .list(let items) = value {
            for item in items { try show(inner, with: item) }
        } else {
            try show(inner, with: value)
        }
    }

    private mutating func show(_ inner: [TemplateNode], with value: TemplateValue) throws(RenderError) {
        stack.append(value)
        try enter { (self) throws(RenderError) in try self.render(inner) }
        stack.removeLast()
        // An empty section over a long list is work too.
        work += 1
        guard work <= Self.mostWork else { throw .tooMuch }
    }

    private mutating func partial(_ nodes: [TemplateNode], _ added: [UInt8]) throws(RenderError) {
        let outer = indentation
        indentation += added
        try enter { (self) throws(RenderError) in try self.render(nodes) }
        indentation = outer
    }

    private mutating func enter(
        _ body: (inout TemplateRenderer) throws(RenderError) -> Void
    ) throws(RenderError) {
        guard depth < Self.deepest else { throw .tooDeep }
        depth += 1
        try body(&self)
        depth -= 1
    }

    /// The first part of a name is looked for from the innermost value outwards, the others only inside of it.
    private func lookUp(_ name: TemplateName) -> TemplateValue? {
        guard let first = name.parts.first else { return stack.last }
        guard let holder = stack.last(where: { $0.member(first) != nil }) else { return nil }
        var value = holder.member(first)
        for part in name.parts.dropFirst() { value = value?.member(part) }
        return value
    }

    private mutating func append(_ value: TemplateValue?, isRaw: Bool) {
        let text: String
        switch value {
        case .text(let own): text = own
        case .bool(let isTrue): text = isTrue ? "true" : "false"
        case .list, .map, nil: return
        }
        if isRaw {
            output += text.utf8
        } else {
            Target.escape(text, into: &output)
        }
    }

    private mutating func append(_ text: [UInt8], startsLine: Bool) {
        guard !indentation.isEmpty else {
            output += text
            return
        }
        var isLineStart = startsLine
        for byte in text {
            if isLineStart { output += indentation }
            output.append(byte)
            isLineStart = byte == UInt8(ascii: "\n")
        }
        if text.isEmpty, startsLine { output += indentation }
    }
}
