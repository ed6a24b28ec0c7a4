/// The templates of one language, parsed. A file that does not parse is a finding and missing here.
struct LanguagePack {
    let language: LanguageTag
    private var messages: [MessageKind: [MessagePart: ParsedFile]] = [:]
    private var partials: [String: ParsedFile] = [:]
    private var standalone: [String: [TemplateNode]] = [:]

    init(_ files: LanguageFiles, into findings: inout [TemplateFinding]) {
        language = files.language
        for (name, file) in files.byName where name.hasPrefix("_") {
            partials[name] = Self.parse(file, file.text, firstLine: 1, into: &findings)
            // On a line of its own a partial ends that line, as its file does in an editor.
            standalone[name] = try? TemplateParser.parse(file.text + "\n")
        }
        for kind in MessageKind.allCases {
            for part in MessagePart.allCases where part != .sms || kind.goesBySMS {
                let name = LanguageFiles.name(of: kind, part)
                guard let file = files.byName[name] else {
                    if part != .subject {
                        findings.append(
                            TemplateFinding(
                                "\(language.text)/\(name)", 1,
                                "is missing; a language has every message, copy the English one and translate it"
                            ))
                    }
                    continue
                }
                messages[kind, default: [:]][part] = Self.parse(file, part, into: &findings)
            }
        }
    }

    func file(_ kind: MessageKind, _ part: MessagePart) -> ParsedFile? { messages[kind]?[part] }

    var layout: ParsedFile? { partials[LanguageFiles.layoutName] }

    func partial(_ name: String, in part: MessagePart) -> ParsedFile? {
        LanguageFiles.partialNames(name, in: part).lazy.compactMap { partials[$0] }.first
    }

    /// The frame's own partial, in which the message stands.
    static let content = "content"

    /// What a rendering of this part may include.
    func partials(for kind: MessageKind, _ part: MessagePart) -> TemplatePartials {
        var table = TemplatePartials()
        let endings = part == .html ? [".txt", ".html"] : [".txt"]
        for ending in endings {
            for (name, file) in partials where name.hasSuffix(ending) {
                table.set(
                    String(name.dropFirst().dropLast(ending.count)), file.nodes, alone: standalone[name])
            }
        }
        if part == .html, let content = file(kind, .html) { table.set(Self.content, content.nodes) }
        return table
    }

    private static func parse(
        _ file: TemplateFile, _ part: MessagePart, into findings: inout [TemplateFinding]
    ) -> ParsedFile? {
        switch part {
        case .html, .sms: return parse(file, file.text, firstLine: 1, into: &findings)
        case .subject, .text:
            guard let mail = MailFile(file.text) else {
                let problem = "does not begin with `Subject: …`, an empty line and the text of the mail"
                findings.append(TemplateFinding(file.path, 1, problem))
                return nil
            }
            return part == .subject
                ? parse(file, mail.subject, firstLine: 1, into: &findings)
                : parse(file, mail.text, firstLine: mail.firstLine, into: &findings)
        }
    }

    private static func parse(
        _ file: TemplateFile, _ text: String, firstLine: Int, into findings: inout [TemplateFinding]
    ) -> ParsedFile? {
        do {
            let nodes = try TemplateParser.parse(text, firstLine: firstLine)
            return ParsedFile(path: file.path, firstLine: firstLine, nodes: nodes)
        } catch {
            findings.append(TemplateFinding(file.path, error.position.line, "\(error.reason)"))
            return nil
        }
    }
}
