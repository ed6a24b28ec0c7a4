/// Why a text is no template, and where.
public struct TemplateError: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        case unclosedTag
        case unclosedSection(String)
        case unopenedSection(String)
        /// A section is closed by another name than it was opened with.
        case crossedSection(opened: String, closed: String)
        case badName
        /// `{{< }}`, `{{$ }}` and `{{>* }}` belong to optional parts of Mustache that this engine leaves out.
        case unsupportedTag
        case badDelimiters
        case tooDeep
        case tooLong
    }

    public let reason: Reason
    /// The partial that the fault is in; nil when it is in the template itself.
    public let partial: String?
    public let position: TextPosition

    public init(_ reason: Reason, at position: TextPosition, in partial: String? = nil) {
        self.reason = reason
        self.partial = partial
        self.position = position
    }
}

extension TemplateError: CustomStringConvertible {
    public var description: String {
        let place = "line \(position.line), column \(position.column)"
        return (partial.map { "partial \($0), " } ?? "") + "\(place): \(reason)"
    }
}

extension TemplateError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unclosedTag: "a tag that does not end; close it with }}"
        case .unclosedSection(let name): "the section \(name) does not end; close it with {{/\(name)}}"
        case .unopenedSection(let name):
            "{{/\(name)}} closes nothing; open it with {{#\(name)}} or {{^\(name)}}"
        case .crossedSection(let opened, let closed):
            "{{/\(closed)}} stands where the section \(opened) is still open; close that one first"
        case .badName: "not a name; a name is words without spaces, joined by single dots"
        case .unsupportedTag:
            "a tag of an optional part of Mustache; inheritance and dynamic names are left out"
        case .badDelimiters: "not two delimiters; write {{=<% %>=}}, each of at most 8 bytes and without ="
        case .tooDeep: "sections inside sections, more than \(TemplateParser.deepest) deep"
        case .tooLong: "longer than \(TemplateParser.longest) bytes"
        }
    }
}

/// Why a template that compiled gave no text. Only a partial that includes itself, or lists that multiply each
/// other, get there.
public enum RenderError: Error, Equatable, Sendable {
    case tooDeep
    case tooMuch
}
