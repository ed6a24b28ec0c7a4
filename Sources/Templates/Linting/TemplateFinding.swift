/// One fault of a template file, with what would be right.
public struct TemplateFinding: Hashable, Sendable {
    /// By its path in the folder of templates, such as `ru/sign-in-code.txt`; a file that is not the operator's
    /// own begins with `built-in:`.
    public let file: String
    /// From 1.
    public let line: Int
    public let problem: String

    init(_ file: String, _ line: Int, _ problem: String) {
        self.file = file
        self.line = line
        self.problem = problem
    }
}

extension TemplateFinding: CustomStringConvertible {
    public var description: String { "\(file):\(line): \(problem)" }
}

/// Everything that is wrong with a set of templates, ordered by file and line.
public struct TemplateFindings: Error, Sendable {
    public let findings: [TemplateFinding]
}

extension TemplateFindings: CustomStringConvertible {
    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
