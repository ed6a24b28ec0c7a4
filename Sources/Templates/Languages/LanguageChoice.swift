/// In which language somebody is spoken to.
public enum LanguageChoice {
    /// What the request asks for, else the account's language, else what the browser prefers, else the default.
    /// A wish that no available language can stand for counts as none; so does one that is malformed.
    public static func pick(
        request: String? = nil, account: String? = nil, acceptLanguage: String? = nil,
        default fallback: LanguageTag, available: [LanguageTag]
    ) -> LanguageTag {
        for wish in [request, account] {
            if let wish, let found = LanguageTag(wish)?.match(in: available) { return found }
        }
        if let acceptLanguage,
            let found = AcceptLanguage(acceptLanguage).choose(from: available, or: fallback)
        {
            return found
        }
        return fallback
    }
}
