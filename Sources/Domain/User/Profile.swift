/// The claims of OpenID Connect (Core 1.0, 5.1) that a user keeps about himself, 4 KiB in all.
public struct Profile: Hashable, Sendable {
    public enum Claim: String, Hashable, Sendable, CaseIterable {
        case name
        case givenName = "given_name"
        case familyName = "family_name"
        case middleName = "middle_name"
        case nickname
        case birthdate
        case gender
        case locale
        case zoneinfo
        case picture
    }

    public struct TooLarge: Error, Hashable {}

    static let longest = 4096

    public private(set) var claims: [Claim: String]

    public static let empty = Profile(unchecked: [:])

    /// Fails when names and values together are longer than 4 KiB.
    public init(_ claims: [Claim: String]) throws(TooLarge) {
        let size = claims.reduce(0) { $0 + $1.key.rawValue.utf8.count + $1.value.utf8.count }
        guard size <= Self.longest else { throw TooLarge() }
        self.claims = claims
    }

    private init(unchecked claims: [Claim: String]) {
        self.claims = claims
    }

    public var name: String? { claims[.name] }

    /// With the changes in it; nil removes a claim. Fails when the whole grows too large.
    public func merged(with changes: [Claim: String?]) throws(TooLarge) -> Profile {
        var merged = claims
        for (claim, value) in changes { merged[claim] = value }
        return try Profile(merged)
    }
}
