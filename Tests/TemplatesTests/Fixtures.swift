import Templates
import Testing

enum Fixtures {
    static let site = MessageSite(
        brand: "Latchkey", url: "https://login.example.com/", host: "login.example.com")

    static func circumstances(
        browser: String = "Firefox", system: String = "Windows", place: String? = "Berlin"
    ) -> Circumstances {
        Circumstances(
            moment: Moment(secondsSince1970: 1_795_873_745),
            device: SeenDevice(browser: browser, system: system), place: place)
    }

    static func notice(
        _ code: String = "4817", minutes: Int = 5, place: String? = "Berlin"
    ) -> Message.CodeNotice {
        Message.CodeNotice(
            code: code, minutes: minutes, circumstances: circumstances(place: place),
            stopURL: "https://login.example.com/stop#key")
    }

    static func language(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

    /// The built-in messages, compiled once.
    private static let builtIn = Result { try catalogue([:]) }

    static func catalogue() throws -> MessageCatalogue { try builtIn.get() }

    static func catalogue(
        _ overrides: [String: String], site: MessageSite = site, default tag: String = "en"
    ) throws -> MessageCatalogue {
        try MessageCatalogue(overrides: overrides, site: site, defaultLanguage: language(tag))
    }

    /// What the check at start says, one finding a line.
    static func findings(
        _ overrides: [String: String] = [:], site: MessageSite = site, default tag: String = "en"
    ) throws -> [String] {
        let language = try language(tag)
        do throws(TemplateFindings) {
            _ = try MessageCatalogue(overrides: overrides, site: site, defaultLanguage: language)
            return []
        } catch {
            return error.findings.map(\.description)
        }
    }
}
