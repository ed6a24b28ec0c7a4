/// Looks through one part of a message, and through the partials it includes, for names that it does not have and
/// for values that would go out unescaped.
struct NameCheck {
    let pack: LanguagePack
    let kind: MessageKind
    let part: MessagePart
    private let known: Set<MessageVariable>
    private(set) var findings: [TemplateFinding] = []
    /// Whether the code shows somewhere.
    private(set) var showsCode = false
    /// The files that are being looked through, from the outermost inwards.
    private var trail: [String] = []
    /// Those that need not be looked through again.
    private var done: Set<String> = []

    init(_ pack: LanguagePack, _ kind: MessageKind, _ part: MessagePart) {
        self.pack = pack
        self.kind = kind
        self.part = part
        known = kind.variables(in: part)
    }

    mutating func check(_ file: ParsedFile) {
        guard !done.contains(file.path) else { return }
        trail.append(file.path)
        check(file.nodes, of: file)
        trail.removeLast()
        done.insert(file.path)
    }

    private mutating func check(_ nodes: [TemplateNode], of file: ParsedFile) {
        var textBefore: [UInt8] = []
        for node in nodes {
            switch node {
            case .text(let text, _):
                textBefore = text
                if part == .html { checkForScript(in: text, of: file) }
                continue
            case .variable(let name, let isRaw, let place):
                check(name, at: place, of: file)
                if name.text == MessageVariable.code.rawValue { showsCode = true }
                if isRaw {
                    let problem = "\(name.text) would go out unescaped; write {{\(name.text)}}"
                    findings.append(TemplateFinding(file.path, place.line, problem))
                }
                if part == .html, textBefore.last == UInt8(ascii: "=") {
                    let problem =
                        "\(name.text) stands in an attribute without quotes; write =\"{{\(name.text)}}\""
                    findings.append(TemplateFinding(file.path, place.line, problem))
                }
            case .section(let name, _, let inner, let place):
                check(name, at: place, of: file)
                check(inner, of: file)
            case .partial(let name, _, _, let place): include(name, at: place, of: file)
            }
            textBefore = []
        }
    }

    private mutating func check(_ name: TemplateName, at place: TextPosition, of file: ParsedFile) {
        guard name.parts != [], MessageVariable(rawValue: name.text).map(known.contains) != true else {
            return
        }
        let problem =
            name.text == MessageVariable.code.rawValue && kind.carriesCode
            ? "a code in the subject shows on a locked screen; leave it to the text"
            : "unknown variable \(name.text); this message has "
                + known.map(\.rawValue).sorted().joined(separator: ", ")
        findings.append(TemplateFinding(file.path, place.line, problem))
    }

    private mutating func include(_ name: String, at place: TextPosition, of file: ParsedFile) {
        let isContent = name == LanguagePack.content && part == .html
        guard let partial = isContent ? pack.file(kind, .html) : pack.partial(name, in: part) else {
            let files = LanguageFiles.partialNames(name, in: part).joined(separator: " or ")
            let problem = "unknown partial \(name); it would be the file \(files)"
            findings.append(TemplateFinding(file.path, place.line, problem))
            return
        }
        if trail.contains(partial.path) {
            let problem = "the partial \(name) includes itself without end; take one of the tags out"
            findings.append(TemplateFinding(file.path, place.line, problem))
        } else {
            check(partial)
        }
    }

    private mutating func checkForScript(in text: [UInt8], of file: ParsedFile) {
        guard String(decoding: text, as: UTF8.self).lowercased().contains("<script") else { return }
        let problem = "mail programs run no script; take it out"
        findings.append(TemplateFinding(file.path, file.firstLine, problem))
    }
}
