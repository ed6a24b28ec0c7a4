import Crypto
import Domain
import Testing

@testable import Tokens

@Suite struct AccessTokenSignerTests {
    let keys = SigningKeys()
    let signer: AccessTokenSigner

    init() throws {
        try keys.replace(with: KeySet(signing: SigningKey(), published: []))
        signer = AccessTokenSigner(
            issuer: "https://id.example.com", audience: "latchkey", keys: keys, remembered: 256)
    }

    static func grant(seconds: Int64 = 900, roles: [Role] = [.admin]) -> AccessGrant {
        AccessGrant(
            id: Fixtures.id(), user: Fixtures.id(), session: Fixtures.id(), issuedAt: Fixtures.now,
            expiresAt: Timestamp(milliseconds: Fixtures.now.milliseconds + seconds * 1000),
            authenticatedAt: Fixtures.now, methods: [.email], roles: roles)
    }

    func at(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: Fixtures.now.milliseconds + milliseconds)
    }

    @Test func `what was signed reads back, remembered or not`() throws {
        let grant = Self.grant()
        let token = try signer.sign(grant).reveal()
        for _ in 0..<3 { #expect(try signer.read(token, at: Fixtures.now) == grant) }
    }

    @Test func `without a key nothing is signed and nothing read`() throws {
        let token = try signer.sign(Self.grant()).reveal()
        keys.replace(with: KeySet(signing: nil, published: []))
        #expect(throws: TokenFault.engineFailed) { try signer.sign(Self.grant()) }
        #expect(throws: TokenFault.invalid) { try signer.read(token, at: Fixtures.now) }
    }

    @Test func `a token ends on its second, also one that is remembered`() throws {
        let token = try signer.sign(Self.grant()).reveal()
        for _ in 0..<2 { _ = try signer.read(token, at: at(899_999)) }
        #expect(throws: TokenFault.expired) { try signer.read(token, at: at(900_000)) }
        #expect(throws: TokenFault.expired) { try signer.read(token, at: at(900_000)) }
    }

    @Test func `a token whose key was dropped ends at once, though it was remembered`() throws {
        let token = try signer.sign(Self.grant()).reveal()
        _ = try signer.read(token, at: Fixtures.now)
        keys.replace(with: KeySet(signing: try SigningKey(), published: []))
        #expect(throws: TokenFault.invalid) { try signer.read(token, at: Fixtures.now) }
    }

    @Test func `a token whose key is published still lives after rotation`() throws {
        let grant = Self.grant()
        let token = try signer.sign(grant).reveal()
        let old = try #require(keys.snapshot.signing)
        keys.replace(with: KeySet(signing: try SigningKey(), published: [old.publicKey]))
        #expect(try signer.read(token, at: Fixtures.now) == grant)
    }

    @Test func `a changed token is refused beside the right one that is remembered`() throws {
        let token = try signer.sign(Self.grant()).reveal()
        _ = try signer.read(token, at: Fixtures.now)
        for other in [token + "A", String(token.dropLast(2)) + "AA", "", "a.b.c"] where other != token {
            #expect(throws: TokenFault.invalid) { try signer.read(other, at: Fixtures.now) }
        }
        #expect(throws: TokenFault.invalid) {
            try signer.read(String(repeating: "a", count: 9000), at: Fixtures.now)
        }
    }

    @Test(arguments: [
        Fixtures.claims(issuer: "https://other.example.com"), Fixtures.claims(audience: "other"),
        Fixtures.claims(client: "app"), Fixtures.claims(roles: ["Not A Role"]),
    ])
    func `a right signature over something else is refused each time`(claims: AccessTokenClaims) throws {
        let token = try claims.signed(with: #require(keys.snapshot.signing))
        for _ in 0..<2 {
            #expect(throws: TokenFault.invalid) { try signer.read(token, at: Fixtures.now) }
        }
    }

    @Test func `the key that signs is always published`() throws {
        let (a, b) = try (SigningKey(), SigningKey())
        #expect(KeySet(signing: b, published: [a.publicKey]).published.map(\.id) == [a.id, b.id])
        #expect(KeySet(signing: a, published: [a.publicKey]).published.map(\.id) == [a.id])
        keys.replace(with: KeySet(signing: a, published: [a.publicKey, b.publicKey]))
        #expect(String(decoding: keys.document, as: UTF8.self).contains(b.id.description))
    }
}
