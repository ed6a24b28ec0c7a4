import Domain
import Testing

@testable import Tokens

@Suite struct VerifiedTokensTests {
    let tokens = VerifiedTokens(capacity: 2 * VerifiedTokens.stripeCount * 4)
    let grant = AccessTokenSignerTests.grant()

    func name(_ number: Int) throws -> VerifiedTokens.Name {
        try #require(VerifiedTokens.Name("token \(number)"))
    }

    @Test func `what was remembered is found under its own keys alone`() throws {
        tokens.remember(grant, of: try name(1), under: 7)
        #expect(tokens.grant(of: try name(1), under: 7, at: Fixtures.now) == grant)
        #expect(tokens.grant(of: try name(2), under: 7, at: Fixtures.now) == nil)
        #expect(tokens.grant(of: try name(1), under: 8, at: Fixtures.now) == nil)
    }

    @Test func `an expired token is forgotten when it is asked for`() throws {
        tokens.remember(grant, of: try name(1), under: 7)
        #expect(tokens.grant(of: try name(1), under: 7, at: grant.expiresAt) == nil)
        #expect(tokens.count == 0)
    }

    @Test func `the memory is bounded whatever comes`() throws {
        for number in 0..<10_000 { tokens.remember(grant, of: try name(number), under: 7) }
        #expect(tokens.count <= 2 * VerifiedTokens.stripeCount * 4)
        #expect(tokens.count > VerifiedTokens.stripeCount)
    }

    @Test func `a token in use stays while others come and go`() throws {
        tokens.remember(grant, of: try name(0), under: 7)
        for number in 1..<10_000 {
            tokens.remember(grant, of: try name(number), under: 7)
            try #require(tokens.grant(of: try name(0), under: 7, at: Fixtures.now) == grant)
        }
    }

    @Test func `a long token is never remembered`() {
        #expect(VerifiedTokens.Name(String(repeating: "a", count: 2048)) != nil)
        #expect(VerifiedTokens.Name(String(repeating: "a", count: 2049)) == nil)
    }

    @Test func `names differ in every part of the digest`() throws {
        let names = try (0..<1000).map { try name($0) }
        #expect(Set(names).count == 1000)
        #expect(Set(names.map(\.stripe)).count == VerifiedTokens.stripeCount)
    }
}
