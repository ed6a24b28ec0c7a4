/// Compiles a set of templates and finds all that is wrong with it, not only the first fault.
struct CatalogueLint {
    /// Each once, ordered by file and line.
    let findings: [TemplateFinding]
    let templates: [LanguageTag: LanguageTemplates]

    init(overrides: [String: String], site: MessageSite, defaultLanguage: LanguageTag) {
        var findings: [TemplateFinding] = []
        var templates: [LanguageTag: LanguageTemplates] = [:]
        for files in LanguageFiles.collect(overrides: overrides, into: &findings) {
            let pack = LanguagePack(files, into: &findings)
            let language = LanguageTemplates(pack)
            templates[pack.language] = language
            for kind in MessageKind.allCases {
                findings += Self.check(kind, pack, language, site: site)
            }
        }
        if templates[defaultLanguage] == nil {
            let there = templates.keys.map(\.text).sorted().joined(separator: ", ")
            let problem = "the default language has no templates; choose one of \(there), or add this folder"
            findings.append(TemplateFinding(defaultLanguage.text, 1, problem))
        }
        self.findings = Self.distinct(findings)
        self.templates = templates
    }

    /// A fault in a partial shows in every message that includes it, each with its own advice behind the `;`.
    private static func distinct(_ findings: [TemplateFinding]) -> [TemplateFinding] {
        var seen: Set<TemplateFinding> = []
        return findings.sorted { ($0.file, $0.line, $0.problem) < ($1.file, $1.line, $1.problem) }
            .filter { finding in
                let fault = String(finding.problem.prefix { $0 != ";" })
                return seen.insert(TemplateFinding(finding.file, finding.line, fault)).inserted
            }
    }

    private static func check(
        _ kind: MessageKind, _ pack: LanguagePack, _ templates: LanguageTemplates, site: MessageSite
    ) -> [TemplateFinding] {
        var findings: [TemplateFinding] = []
        for part in MessagePart.allCases {
            guard let own = pack.file(kind, part), let file = part == .html ? pack.layout : own else {
                continue
            }
            var names = NameCheck(pack, kind, part)
            names.check(file)
            findings += names.findings
            if part == .html, kind.carriesCode, !names.showsCode {
                let problem = "the code does not show; write {{code}} or {{> code}}"
                findings.append(TemplateFinding(own.path, 1, problem))
            }
        }
        // What names an unknown variable would break other rules only because of it.
        guard findings.isEmpty, var rules = RenderedRules(templates, kind, pack, site: site) else {
            return findings
        }
        rules.check()
        return rules.findings
    }
}
