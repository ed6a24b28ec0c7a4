import Domain
import JSON

/// The claims of a profile as they stand in a body.
struct ProfileBody: JSONReadable {
    let claims: [Profile.Claim: String]

    init(from fields: inout JSONFields) {
        var claims: [Profile.Claim: String] = [:]
        for claim in Profile.Claim.allCases { claims[claim] = fields.optionalString(claim.rawValue) }
        self.claims = claims
    }

    /// Fails with `invalid_field` when it is over 4 KiB.
    func profile() throws(Problem) -> Profile {
        do throws(Profile.TooLarge) {
            return try Profile(claims)
        } catch {
            throw Problem(field: "profile", "is larger than 4 KiB")
        }
    }
}
