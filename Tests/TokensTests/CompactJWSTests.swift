import Crypto
import Domain
import Testing

@testable import Tokens

@Suite struct CompactJWSTests {
    let key: SigningKey
    let verifier: JWSVerifier

    init() throws {
        key = try SigningKey()
        verifier = JWSVerifier([key.publicKey], type: .accessToken)
    }

    /// A token with any header, signed by our own key: what an attacker could not make, refused all the same.
    func token(header: String, payload: String = "{}") throws -> String {
        let input = Base64.url.encode(Array(header.utf8)) + "." + Base64.url.encode(Array(payload.utf8))
        return input + "." + Base64.url.encode(try key.sign(Array(input.utf8)))
    }

    @Test func `a token reads back`() throws {
        let token = try CompactJWS.sign(Array("{}".utf8), type: .accessToken, with: key)
        #expect(try verifier.payload(of: token) == Array("{}".utf8))
        #expect(
            try verifier.payload(
                of: self.token(header: #"{"alg":"ES256","kid":"\#(key.id)","typ":"at+jwt"}"#))
                == Array("{}".utf8))
    }

    @Test func `any header but the one of a published key is refused, however well signed`() throws {
        let id = key.id
        for header in [
            #"{"alg":"none","kid":"\#(id)","typ":"at+jwt"}"#,
            #"{"alg":"HS256","kid":"\#(id)","typ":"at+jwt"}"#,
            #"{"alg":"es256","kid":"\#(id)","typ":"at+jwt"}"#, #"{"alg":"ES256","kid":"\#(id)","typ":"JWT"}"#,
            #"{"alg":"ES256","kid":"\#(id)"}"#, #"{"alg":"ES256","typ":"at+jwt"}"#,
            #"{"alg":"ES256","kid":"other","typ":"at+jwt"}"#,
            #"{"kid":"\#(id)","alg":"ES256","typ":"at+jwt"}"#,
            #"{"alg":"ES256","kid":"\#(id)","typ":"at+jwt","crit":["exp"],"exp":1}"#,
            #"{"alg":"ES256","kid":"\#(id)","typ":"at+jwt","alg":"none"}"#,
            #"{"alg":"ES256","kid":"\#(id)","typ":"at+jwt","jwk":{}}"#,
            #"{ "alg":"ES256","kid":"\#(id)","typ":"at+jwt"}"#, "", "{}",
        ] {
            let token = try token(header: header)
            #expect(throws: TokenError.unauthentic, "\(header)") { try verifier.payload(of: token) }
        }
    }

    @Test func `an ID token does not pass for an access token`() throws {
        let token = try CompactJWS.sign(Array("{}".utf8), type: .idToken, with: key)
        #expect(throws: TokenError.unauthentic) { try verifier.payload(of: token) }
        #expect(try JWSVerifier([key.publicKey], type: .idToken).payload(of: token) == Array("{}".utf8))
    }

    @Test func `a token of an unpublished key is refused`() throws {
        let token = try CompactJWS.sign(Array("{}".utf8), type: .accessToken, with: SigningKey())
        #expect(throws: TokenError.unauthentic) { try verifier.payload(of: token) }
    }

    @Test func `no character can be changed, left out or added`() throws {
        let token = Array(try CompactJWS.sign(Array("{}".utf8), type: .accessToken, with: key).utf8)
        for position in token.indices {
            var changed = token
            changed[position] = changed[position] == UInt8(ascii: "A") ? UInt8(ascii: "Q") : UInt8(ascii: "A")
            #expect(throws: TokenError.self) {
                try verifier.payload(of: String(decoding: changed, as: UTF8.self))
            }
            changed = token
            changed.remove(at: position)
            #expect(throws: TokenError.self) {
                try verifier.payload(of: String(decoding: changed, as: UTF8.self))
            }
        }
        let text = String(decoding: token, as: UTF8.self)
        for other in [
            text + "=", text + ".", text + "\n", " " + text, text + "A", "." + text, "Bearer " + text,
        ] {
            #expect(throws: TokenError.self) { try verifier.payload(of: other) }
        }
    }

    @Test func `a token over 8 KiB is not looked at`() throws {
        let payload = [UInt8](repeating: UInt8(ascii: "a"), count: 7000)
        let token = try CompactJWS.sign(payload, type: .accessToken, with: key)
        #expect(throws: TokenError.malformed) { try verifier.payload(of: token) }
        let fitting = try CompactJWS.sign(Array(payload.prefix(5900)), type: .accessToken, with: key)
        #expect(try verifier.payload(of: fitting).count == 5900)
    }

    @Test(.enabled(if: VectorFile.folder != nil, VectorFile.missing))
    func `the published vectors of ES256 are judged rightly`() throws {
        var run = 0
        for group in try VectorFile("jose/json_web_signature_test.json").groups {
            guard let jwk = group["public"] as? VectorFile.Fields, jwk["alg"] as? String == "ES256" else {
                continue
            }
            let key = try P256.PublicKey(
                x: Base64.url.decode(jwk.text("x")), y: Base64.url.decode(jwk.text("y")))
            // The vectors' tokens bear no type.
            let header = #"{"alg":"ES256","kid":"\#(try jwk.text("kid"))"}"#
            let verifier = JWSVerifier([Base64.url.encode(Array(header.utf8)): key])
            for test in try VectorFile.tests(of: group) {
                let token = try test.text("jws")
                if try test.isValid() {
                    #expect(try verifier.payload(of: token) == Array("foo".utf8))
                } else {
                    let comment = try test.text("comment")
                    #expect(throws: TokenError.self, "\(comment)") { try verifier.payload(of: token) }
                }
                run += 1
            }
        }
        #expect(run == 39)
    }
}
