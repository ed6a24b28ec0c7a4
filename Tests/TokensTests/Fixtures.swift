import Crypto
import Domain
import Doubles
import Tokens

/// Things that the tests of this room share; all random bytes come from one seed.
enum Fixtures {
    static let now = Timestamp(milliseconds: 1_800_000_000_000)
    static let random = SeededRandom(seed: 5)
    static let oldSecret = Secret([UInt8](repeating: 1, count: 32))
    static let newSecret = Secret([UInt8](repeating: 2, count: 32))

    static func secret(_ secrets: Secret<[UInt8]>...) throws -> ServerSecret {
        try ServerSecret(newestFirst: secrets)
    }

    static func id<Noun>() -> Identifier<Noun> {
        Identifier(at: now, from: random)
    }

    static func claims(
        issuer: String = "https://id.example.com", audience: String = "latchkey", roles: [String] = ["admin"],
        client: String? = nil, scope: String? = nil
    ) -> AccessTokenClaims {
        AccessTokenClaims(
            issuer: issuer, audience: audience, user: id(), session: id(), id: id(), issuedAt: now,
            expiresAt: Timestamp(milliseconds: now.milliseconds + 900_000), authenticatedAt: now,
            methods: [.email, .password], roles: roles, client: client, scope: scope)
    }
}
