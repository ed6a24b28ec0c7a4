/// The files of one language: the built-in ones, with the operator's in their place.
struct LanguageFiles {
    let language: LanguageTag
    private(set) var byName: [String: TemplateFile] = [:]

    private static let messageNames: Set<String> = {
        var names: Set<String> = []
        for kind in MessageKind.allCases {
            for part in MessagePart.allCases { names.insert(name(of: kind, part)) }
        }
        return names
    }()

    static func name(of kind: MessageKind, _ part: MessagePart) -> String { kind.rawValue + part.ending }

    /// Every language that has a file, ordered by its tag. A path that is no template is a finding.
    static func collect(
        overrides: [String: String], into findings: inout [TemplateFinding]
    ) -> [LanguageFiles] {
        var languages: [LanguageTag: LanguageFiles] = [:]
        for (path, text) in BuiltInTemplates.files {
            guard let (language, name) = split(path) else { continue }
            languages[language, default: LanguageFiles(language: language)].byName[name] = TemplateFile(
                path: "built-in:" + path, text: text)
        }
        for (path, text) in overrides {
            guard let (language, name) = split(path), isTemplate(name) else {
                findings.append(
                    TemplateFinding(
                        path, 1,
                        "no message has this file; its name is LANGUAGE/MESSAGE.txt, .html or .sms.txt, or "
                            + "LANGUAGE/_PARTIAL.txt or .html, where MESSAGE is one of "
                            + MessageKind.allCases.map(\.rawValue).joined(separator: ", ")))
                continue
            }
            languages[language, default: LanguageFiles(language: language)].byName[name] = TemplateFile(
                path: path, text: text)
        }
        // The frame holds no words, so a new language need not bring its own.
        let layout = TemplateFile(path: "built-in:_layout.html", text: BuiltInTemplates.layout)
        for language in languages.keys where languages[language]?.byName[layoutName] == nil {
            languages[language]?.byName[layoutName] = layout
        }
        return languages.values.sorted { $0.language.text < $1.language.text }
    }

    static let layoutName = "_layout.html"

    /// The file that `{{> name}}` means: HTML may include plain text, which is escaped there, and not the reverse.
    static func partialNames(_ name: String, in part: MessagePart) -> [String] {
        part == .html ? ["_\(name).html", "_\(name).txt"] : ["_\(name).txt"]
    }

    private static func split(_ path: String) -> (LanguageTag, name: String)? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let language = LanguageTag(parts[0]) else { return nil }
        return (language, String(parts[1]))
    }

    private static func isTemplate(_ name: String) -> Bool {
        messageNames.contains(name)
            || name.hasPrefix("_") && (name.hasSuffix(".txt") || name.hasSuffix(".html"))
    }
}
