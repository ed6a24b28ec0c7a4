import Crypto
import Domain
import Foundation
import Testing

@testable import Tokens

@Suite struct AccessTokensTests {
    let key: SigningKey
    let verifier: AccessTokenVerifier

    init() throws {
        key = try SigningKey()
        verifier = AccessTokenVerifier(
            issuer: "https://id.example.com", audiences: ["latchkey", "shop"], keys: [key.publicKey])
    }

    func signed(_ payload: String) throws -> String {
        try CompactJWS.sign(Array(payload.utf8), type: .accessToken, with: key)
    }

    @Test func `a token reads back with everything it says`() throws {
        for claims in [
            Fixtures.claims(), Fixtures.claims(roles: []), Fixtures.claims(roles: ["a", "b:c"]),
            Fixtures.claims(audience: "shop", client: "web", scope: "openid email"),
        ] {
            #expect(try verifier.verify(claims.signed(with: key), at: Fixtures.now) == claims)
        }
    }

    @Test func `the payload is JSON with the claims of the contract, times in seconds`() throws {
        let claims = Fixtures.claims(client: "web", scope: "openid")
        let parsed = try JSONSerialization.jsonObject(with: Data(claims.payload)) as? [String: Any]
        let members = try #require(parsed)
        #expect(
            Set(members.keys) == [
                "iss", "aud", "sub", "sid", "jti", "iat", "exp", "auth_time", "amr", "roles", "client_id",
                "scope",
            ])
        #expect(try members.text("sub") == claims.user.description)
        #expect(try members.number("iat") == 1_800_000_000)
        #expect(try members.number("exp") == 1_800_000_900)
        #expect(members["amr"] as? [String] == ["email", "pwd"])
        let plain = try JSONSerialization.jsonObject(with: Data(Fixtures.claims().payload)) as? [String: Any]
        #expect(plain?["client_id"] == nil && plain?["scope"] == nil)
    }

    @Test func `a token lives until the second of its end, to the millisecond`() throws {
        let token = try Fixtures.claims().signed(with: key)
        let end = Fixtures.now.milliseconds + 900_000
        _ = try verifier.verify(token, at: Timestamp(milliseconds: end - 1))
        #expect(throws: TokenError.expired) { try verifier.verify(token, at: Timestamp(milliseconds: end)) }
        _ = try verifier.read(token)
    }

    @Test func `another issuer or audience is refused`() throws {
        for issuer in ["https://id.example.com/", "https://ID.example.com", ""] {
            let token = try Fixtures.claims(issuer: issuer).signed(with: key)
            #expect(throws: TokenError.wrongIssuer) { try verifier.verify(token, at: Fixtures.now) }
        }
        let token = try Fixtures.claims(audience: "other").signed(with: key)
        #expect(throws: TokenError.wrongAudience) { try verifier.verify(token, at: Fixtures.now) }
    }

    @Test func `text with quotation marks, controls and other scripts stays what it is`() throws {
        let odd = "a\"b\\c\u{0}\u{1F}\n/\u{7F}é\u{2028}😀"
        let claims = Fixtures.claims(audience: odd, roles: [odd, ""], scope: odd)
        #expect(try AccessTokenClaims(payload: claims.payload) == claims)
        let parsed = try JSONSerialization.jsonObject(with: Data(claims.payload)) as? [String: Any]
        #expect(parsed?["scope"] as? String == odd)
    }

    @Test func `a payload that is not exactly ours is refused, however well signed`() throws {
        let good = String(decoding: Fixtures.claims(scope: "openid").payload, as: UTF8.self)
        _ = try verifier.read(signed(good))
        let changes = [
            (#""iss":"#, #""iss":"x","iss":"#), (#""scope":"#, #""scope":"a","scope":"#),
            (#""roles":["admin"]"#, #""roles":["admin"],"admin":true"#), ("{", "{ "), ("}", "} "), ("}", ""),
            (#""exp":1800000900"#, #""exp":"1800000900""#), (#""exp":1800000900"#, #""exp":-1"#),
            (#""exp":1800000900"#, #""exp":1800000900.5"#), (#""exp":1800000900"#, #""exp":01800000900"#),
            (#""exp":1800000900"#, #""exp":9999999999999999999"#), (#""exp":1800000900"#, #""exp":"#),
            (#""exp":1800000900,"#, ""), (#""amr":["email","pwd"]"#, #""amr":["email","sms"]"#),
            (#"["email","pwd"]"#, #"["email" "pwd"]"#), (#"["email","pwd"]"#, #"["email","pwd",]"#),
            (#"["email","pwd"]"#, #"["email","pwd""#), (#"["email","pwd"]"#, "null"),
            ("openid", "open\nid"), ("openid", #"open\qid"#), ("openid", #"open\u0041id"#),
            ("openid", #"open\u00"#),
            ("openid", #"open\u+001id"#), (#""sub":""#, #""sub":"x"#),
        ]
        for (part, replacement) in changes {
            let changed = good.replacing(part, with: replacement, maxReplacements: 1)
            #expect(changed != good)
            let token = try signed(changed)
            #expect(throws: TokenError.malformed, "\(part) → \(replacement)") { try verifier.read(token) }
        }
        for text in ["", "{", "{}", "[]", "null", #"{"iss":""#, #"{"iss":"\"#] {
            let token = try signed(text)
            #expect(throws: TokenError.malformed) { try verifier.read(token) }
        }
        let invalid = try CompactJWS.sign([UInt8](#"{"iss":""#.utf8) + [0xFF], type: .accessToken, with: key)
        #expect(throws: TokenError.malformed) { try verifier.read(invalid) }
    }

    @Test func `no cut or changed payload stops the reader, nor reads as the same claims`() throws {
        let claims = Fixtures.claims(client: "web", scope: "openid")
        let payload = claims.payload
        for position in payload.indices {
            #expect(throws: TokenError.self) { try AccessTokenClaims(payload: Array(payload[..<position])) }
            for byte in [UInt8(0), 0x22, 0x5C, 0x7D, 0x80, 0xFF] where payload[position] != byte {
                var changed = payload
                changed[position] = byte
                #expect((try? AccessTokenClaims(payload: changed)) != claims)
            }
        }
    }

    @Test func `many threads may sign and verify tokens with one key at once`() async throws {
        let expected = Fixtures.claims()
        try await withThrowingTaskGroup { group in
            for _ in 0..<16 {
                group.addTask { [key, verifier] in
                    for _ in 0..<10 {
                        let token = try expected.signed(with: key)
                        guard try verifier.verify(token, at: Fixtures.now) == expected else { return false }
                    }
                    return true
                }
            }
            for try await right in group { #expect(right) }
        }
    }
}
