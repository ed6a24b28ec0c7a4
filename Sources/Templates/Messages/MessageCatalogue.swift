/// Every message in every language, compiled and checked. Made once, at start:
///
///     let catalogue = try MessageCatalogue(
///         overrides: ["ru/sign-in-code.sms.txt": text], site: site, defaultLanguage: english)
///     let mail = try catalogue.email(.signInCode(notice), in: language)
public struct MessageCatalogue: Sendable {
    public let site: MessageSite
    public let defaultLanguage: LanguageTag
    private let templates: [LanguageTag: LanguageTemplates]
    private let fallback: LanguageTemplates

    /// `overrides` are the operator's files by their paths in the folder of templates. Fails with everything that
    /// is wrong with them, and with the built-in ones where they do not fit this site.
    public init(
        overrides: [String: String] = [:], site: MessageSite, defaultLanguage: LanguageTag
    ) throws(TemplateFindings) {
        let lint = CatalogueLint(overrides: overrides, site: site, defaultLanguage: defaultLanguage)
        guard lint.findings.isEmpty, let fallback = lint.templates[defaultLanguage] else {
            throw TemplateFindings(findings: lint.findings)
        }
        self.site = site
        self.defaultLanguage = defaultLanguage
        self.fallback = fallback
        templates = lint.templates
    }

    /// Ordered by tag.
    public var languages: [LanguageTag] { templates.keys.sorted { $0.text < $1.text } }

    /// A language that there is none of falls back to the default. Cannot fail for messages like those that the
    /// check at start rendered.
    public func email(_ message: Message, in language: LanguageTag) throws(RenderError) -> EmailContent? {
        try (templates[language] ?? fallback).email(message, site: site)
    }

    /// Nil for a message that does not go by SMS.
    public func sms(_ message: Message, in language: LanguageTag) throws(RenderError) -> SMSContent? {
        try (templates[language] ?? fallback).sms(message, site: site)
    }
}
