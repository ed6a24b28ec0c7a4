import Crypto
import Domain
import Foundation
import Testing

@testable import Tokens

@Suite struct SigningKeyTests {
    @Test func `the name is the SHA-256 of the canonical JWK, as in RFC 7638, 3_1`() throws {
        // The example of the RFC is an RSA key; ours goes the same way from its own canonical text.
        let example =
            #"{"e":"AQAB","kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}"#
        #expect(
            KeyID(try Digest.sha256(of: Array(example.utf8))).description
                == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        let key = try VerificationKey(
            P256.PublicKey(
                x: Base64.url.decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                y: Base64.url.decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")))
        #expect(key.id.description == "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U")
    }

    @Test func `the key set holds the public members of each key and nothing private`() throws {
        let keys = try [SigningKey(), SigningKey()]
        let text = KeySetDocument(keys.map(\.publicKey)).text
        let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let listed = try #require(parsed?["keys"] as? [[String: String]])
        #expect(listed.map { $0["kid"] } == keys.map(\.id.description))
        for jwk in listed {
            #expect(Set(jwk.keys) == ["kty", "crv", "use", "alg", "kid", "x", "y"])
            #expect(try Base64.url.decode(jwk.text("x")).count == 32)
            #expect(try Base64.url.decode(jwk.text("y")).count == 32)
        }
        #expect(KeySetDocument([]).text == #"{"keys":[]}"#)
    }

    @Test func `a key is kept sealed under its name and opens under no other`() throws {
        let secret = try Fixtures.secret(Fixtures.oldSecret)
        let (key, other) = try (SigningKey(), SigningKey())
        let sealed = try key.sealed(by: secret.sealer())
        let opened = try SigningKey.open(sealed, id: key.id, by: secret.sealer())
        #expect(opened.key.id == key.id && opened.isCurrent)
        #expect(try key.publicKey.key.verifies(opened.key.sign([1]), of: [1]))
        #expect(throws: CryptoError.unauthentic) {
            try SigningKey.open(sealed, id: other.id, by: secret.sealer())
        }
        #expect(throws: CryptoError.unauthentic) {
            try SigningKey.open(sealed, id: key.id, by: Fixtures.secret(Fixtures.newSecret).sealer())
        }
    }

    @Test func `a key that an older secret sealed says that it is to be sealed again`() throws {
        let key = try SigningKey()
        let sealed = try key.sealed(by: Fixtures.secret(Fixtures.oldSecret).sealer())
        let both = try Fixtures.secret(Fixtures.newSecret, Fixtures.oldSecret).sealer()
        #expect(try !SigningKey.open(sealed, id: key.id, by: both).isCurrent)
        #expect(try SigningKey.open(key.sealed(by: both), id: key.id, by: both).isCurrent)
    }

    @Test func `a stored name is a thumbprint or nothing`() throws {
        let id = try SigningKey().id
        #expect(KeyID(id.description) == id)
        for text in ["", "abc", id.description + "A", String(id.description.dropLast()) + "\""] {
            #expect(KeyID(text) == nil)
        }
    }
}

extension [String: String] {
    fileprivate func text(_ name: String) throws -> String { try #require(self[name]) }
}
