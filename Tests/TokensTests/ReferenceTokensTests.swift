import Crypto
import Domain
import Testing
import Tokens

@Suite struct ReferenceTokensTests {
    let reference = Reference<Noun.Session>(id: Fixtures.id(), number: 0x0102_0304)

    @Test func `a token reads back, is the same each time, and begins with its prefix`() throws {
        let tokens = try ReferenceTokens.refresh(under: Fixtures.secret(Fixtures.oldSecret))
        let token = tokens.token(for: reference).reveal()
        #expect(try tokens.read(token) == reference)
        #expect(tokens.token(for: reference).reveal() == token)
        #expect(token.wholeMatch(of: /lkrt_[A-Za-z0-9_-]{70}/) != nil)
        for number in [UInt32(0), 1, .max] {
            let other = Reference<Noun.Session>(id: reference.id, number: number)
            #expect(try tokens.read(tokens.token(for: other).reveal()) == other)
            #expect(tokens.token(for: other).reveal() != token)
        }
    }

    @Test func `no character can be changed, left out or added`() throws {
        let tokens = try ReferenceTokens.refresh(under: Fixtures.secret(Fixtures.oldSecret))
        let token = Array(tokens.token(for: reference).reveal().utf8)
        for position in token.indices {
            for replacement in [UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "=")]
            where token[position] != replacement {
                var changed = token
                changed[position] = replacement
                #expect(throws: TokenError.self) { try tokens.read(String(decoding: changed, as: UTF8.self)) }
            }
            #expect(throws: TokenError.malformed) {
                try tokens.read(String(decoding: token[..<position], as: UTF8.self))
            }
        }
        for text in [
            "", "lkrt_", " " + String(decoding: token, as: UTF8.self), String(repeating: "A", count: 75),
        ] {
            #expect(throws: TokenError.malformed) { try tokens.read(text) }
        }
    }

    @Test func `a changed number or tag is told apart as not authentic`() throws {
        let tokens = try ReferenceTokens.refresh(under: Fixtures.secret(Fixtures.oldSecret))
        let bytes = try Base64.url.decode(tokens.token(for: reference).reveal().dropFirst(5))
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 1
            #expect(throws: TokenError.unauthentic) { try tokens.read("lkrt_" + Base64.url.encode(changed)) }
        }
    }

    @Test func `a token of one kind does not pass for another, even under its prefix`() throws {
        let secret = try Fixtures.secret(Fixtures.oldSecret)
        let refresh = try ReferenceTokens.refresh(under: secret).token(for: reference).reveal()
        let body = refresh.dropFirst(5)
        #expect(throws: TokenError.unauthentic) {
            try ReferenceTokens.flowKeys(under: secret).read("lkfk_" + body)
        }
        #expect(throws: TokenError.unauthentic) {
            try ReferenceTokens.devices(under: secret).read("lkdt_" + body)
        }
        #expect(throws: TokenError.malformed) { try ReferenceTokens.flowKeys(under: secret).read(refresh) }
    }

    @Test func `tokens of the older secret are accepted until it is gone`() throws {
        let (old, new) = (Fixtures.oldSecret, Fixtures.newSecret)
        let token = try ReferenceTokens.refresh(under: Fixtures.secret(old)).token(for: reference).reveal()
        let both = try ReferenceTokens.refresh(under: Fixtures.secret(new, old))
        #expect(try both.read(token) == reference)
        #expect(both.token(for: reference).reveal() != token)
        #expect(throws: TokenError.unauthentic) {
            try ReferenceTokens.refresh(under: Fixtures.secret(new)).read(token)
        }
    }
}
