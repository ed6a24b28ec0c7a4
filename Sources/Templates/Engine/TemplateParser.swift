/// The grammar of the Mustache specification 1.4 without its optional parts, over the bytes of the source. Every
/// byte is looked at a bounded number of times; sections are kept on a list, so no input grows the stack.
struct TemplateParser {
    static let longest = 256 * 1024
    /// Nesting of sections: rendering and freeing a node recurse that far.
    static let deepest = 32
    private static let longestDelimiter = 8

    private struct OpenSection {
        let name: TemplateName
        let isInverted: Bool
        let position: TextPosition
        let outer: [TemplateNode]
    }

    fileprivate enum Sigil {
        case variable, rawVariable, section, inverted, close, partial
        /// Leaves nothing in the output.
        case comment, delimiters
    }

    private let source: [UInt8]
    private var offset = 0
    private var position: TextPosition
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var nodes: [TemplateNode] = []
    private var open: [OpenSection] = []

    static func parse(_ text: String, firstLine: Int = 1) throws(TemplateError) -> [TemplateNode] {
        var parser = TemplateParser(text, firstLine: firstLine)
        return try parser.document()
    }

    private init(_ text: String, firstLine: Int) {
        source = Array(text.utf8)
        position = TextPosition(line: firstLine, column: 1)
    }

    private mutating func document() throws(TemplateError) -> [TemplateNode] {
        guard source.count <= Self.longest else { throw TemplateError(.tooLong, at: position) }
        var textStart = 0
        while let start = find(opening, from: offset) {
            advance(to: start)
            textStart = try tag(after: textStart)
        }
        appendText(from: textStart, to: source.count)
        if let section = open.last {
            throw TemplateError(.unclosedSection(section.name.text), at: section.position)
        }
        return nodes
    }

    /// Reads the tag at hand; answers where the text behind it starts.
    private mutating func tag(after textStart: Int) throws(TemplateError) -> Int {
        let start = offset
        let tagPosition = position
        advance(to: start + opening.count)
        let (sigil, ending) = kind()
        guard let end = find(ending, from: offset) else { throw TemplateError(.unclosedTag, at: tagPosition) }
        let content = trimmed(offset..<end)
        let tagEnd = end + ending.count

        let line = sigil.standsAlone ? wholeLine(around: start..<tagEnd) : nil
        appendText(from: textStart, to: line?.lowerBound ?? start)
        if line == nil, isLineStart(start) {
            // A tag at the beginning of a line that keeps its line.
            nodes.append(.text([], startsLine: true))
        }
        let indentation = line.map { Array(source[$0.lowerBound..<start]) }
        try append(sigil, content, indentation, at: tagPosition)
        let next = line?.upperBound ?? tagEnd
        advance(to: next)
        return next
    }

    /// `indentation` is what stands before a tag that has its line for itself.
    private mutating func append(
        _ sigil: Sigil, _ content: Range<Int>, _ indentation: [UInt8]?, at place: TextPosition
    ) throws(TemplateError) {
        switch sigil {
        case .comment: break
        case .delimiters: try setDelimiters(content, at: place)
        case .variable, .rawVariable:
            nodes.append(.variable(try name(content, at: place), isRaw: sigil == .rawVariable, at: place))
        case .partial:
            let name = try word(content, at: place)
            nodes.append(
                .partial(name, indentation: indentation ?? [], isAlone: indentation != nil, at: place))
        case .section, .inverted:
            guard open.count < Self.deepest else { throw TemplateError(.tooDeep, at: place) }
            let name = try name(content, at: place)
            open.append(
                OpenSection(name: name, isInverted: sigil == .inverted, position: place, outer: nodes))
            nodes = []
        case .close:
            let name = try name(content, at: place)
            guard let section = open.popLast() else {
                throw TemplateError(.unopenedSection(name.text), at: place)
            }
            guard section.name == name else {
                throw TemplateError(.crossedSection(opened: section.name.text, closed: name.text), at: place)
            }
            let inner = nodes
            nodes = section.outer
            nodes.append(.section(name, isInverted: section.isInverted, inner, at: section.position))
        }
    }

    /// What kind of tag starts behind the opening delimiter, and what ends it. Steps over the sigil.
    private mutating func kind() -> (Sigil, ending: [UInt8]) {
        guard offset < source.count else { return (.variable, closing) }
        let found: (Sigil, ending: [UInt8])
        switch source[offset] {
        case UInt8(ascii: "#"): found = (.section, closing)
        case UInt8(ascii: "^"): found = (.inverted, closing)
        case UInt8(ascii: "/"): found = (.close, closing)
        case UInt8(ascii: ">"): found = (.partial, closing)
        case UInt8(ascii: "!"): found = (.comment, closing)
        case UInt8(ascii: "&"): found = (.rawVariable, closing)
        case UInt8(ascii: "{"): found = (.rawVariable, [UInt8(ascii: "}")] + closing)
        case UInt8(ascii: "="): found = (.delimiters, [UInt8(ascii: "=")] + closing)
        default: return (.variable, closing)
        }
        advance(to: offset + 1)
        return found
    }

    private mutating func setDelimiters(_ content: Range<Int>, at place: TextPosition) throws(TemplateError) {
        let pair = source[content].split(whereSeparator: Self.isSpace)
        guard pair.count == 2,
            pair.allSatisfy({ $0.count <= Self.longestDelimiter && !$0.contains(UInt8(ascii: "=")) })
        else { throw TemplateError(.badDelimiters, at: place) }
        opening = Array(pair[0])
        closing = Array(pair[1])
    }

    private func name(_ content: Range<Int>, at place: TextPosition) throws(TemplateError) -> TemplateName {
        guard let name = TemplateName(try word(content, at: place)) else {
            throw TemplateError(.badName, at: place)
        }
        return name
    }

    private func word(_ content: Range<Int>, at place: TextPosition) throws(TemplateError) -> String {
        switch source[content].first {
        case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "*"):
            throw TemplateError(.unsupportedTag, at: place)
        case nil: throw TemplateError(.badName, at: place)
        default: break
        }
        guard !source[content].contains(where: Self.isSpace) else { throw TemplateError(.badName, at: place) }
        return String(decoding: source[content], as: UTF8.self)
    }

    private mutating func appendText(from start: Int, to end: Int) {
        guard start < end else { return }
        nodes.append(.text(Array(source[start..<end]), startsLine: isLineStart(start)))
    }
}

/// Finding the way in the bytes.
extension TemplateParser {
    private static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func isLineStart(_ index: Int) -> Bool { index == 0 || source[index - 1] == UInt8(ascii: "\n") }

    private mutating func advance(to end: Int) {
        while offset < end {
            position.pass(source[offset])
            offset += 1
        }
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + needle.count <= source.count {
            if source[index] == needle[0], source[index..<index + needle.count].elementsEqual(needle) {
                return index
            }
            index += 1
        }
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Self.isSpace(source[start]) { start += 1 }
        while end > start, Self.isSpace(source[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The line that holds this tag and nothing else, its end included: such a line leaves no trace.
    private func wholeLine(around tag: Range<Int>) -> Range<Int>? {
        var (start, end) = (tag.lowerBound, tag.upperBound)
        while start > 0, Self.isBlank(source[start - 1]) { start -= 1 }
        guard isLineStart(start) else { return nil }
        while end < source.count, Self.isBlank(source[end]) { end += 1 }
        if end == source.count { return start..<end }
        if source[end] == UInt8(ascii: "\n") { return start..<end + 1 }
        let isPair = source[end] == UInt8(ascii: "\r") && end + 1 < source.count
        return isPair && source[end + 1] == UInt8(ascii: "\n") ? start..<end + 2 : nil
    }
}

extension TemplateParser.Sigil {
    fileprivate var standsAlone: Bool {
        switch self {
        case .variable, .rawVariable: false
        case .section, .inverted, .close, .partial, .comment, .delimiters: true
        }
    }
}
