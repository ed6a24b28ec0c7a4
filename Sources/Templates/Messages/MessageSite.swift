/// The site that messages speak for.
public struct MessageSite: Hashable, Sendable {
    public let brand: String
    /// Without a slash at its end, such as `https://login.example.com`.
    public let url: String
    /// The host alone, as it stands in the last line of an SMS: a phone fills a code in only on pages of it.
    public let host: String

    public init(brand: String, url: String, host: String) {
        self.brand = brand
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.host = host
    }

    /// As people write it, without the scheme.
    var shortURL: String {
        for scheme in ["https://", "http://"] where url.hasPrefix(scheme) {
            return String(url.dropFirst(scheme.count))
        }
        return url
    }
}
