import COpenSSL
import Crypto
import Domain
import Testing

@Suite struct P256Tests {
    static let order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"

    func key(_ scalar: String) throws -> P256.PrivateKey {
        try P256.PrivateKey(scalar: Secret(Hex.decode(scalar)))
    }

    @Test func `the example of RFC 7515, A.3, verifies, and its key is derived from the scalar`() throws {
        let scalar = try Base64.url.decode("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI")
        let key = try P256.PrivateKey(scalar: Secret(scalar)).publicKey
        #expect(Base64.url.encode(key.x) == "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
        #expect(Base64.url.encode(key.y) == "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
        let input =
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        let signature = try Base64.url.decode(
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
        #expect(try key.verifies(signature, of: Array(input.utf8)))
        #expect(try !key.verifies(signature, of: Array(input.utf8) + [0]))
    }

    @Test func `a signature is 64 bytes and verifies with its key and message alone`() throws {
        let key = try P256.PrivateKey()
        let other = try P256.PrivateKey()
        for number in UInt8(0)..<100 {
            let signature = try key.sign([number])
            #expect(signature.count == 64)
            #expect(try key.publicKey.verifies(signature, of: [number]))
            #expect(try !key.publicKey.verifies(signature, of: [number, 0]))
            #expect(try !other.publicKey.verifies(signature, of: [number]))
        }
    }

    @Test(.enabled(if: VectorFile.folder != nil, VectorFile.missing))
    func `verification agrees with the published vectors`() throws {
        var run = 0
        for group in try VectorFile("jose/ecdsa_secp256r1_sha256_p1363_test.json").groups {
            let point = try Hex.decode(group.fields("publicKey").text("uncompressed"))
            let key = try P256.PublicKey(x: Array(point[1..<33]), y: Array(point[33...]))
            for test in try VectorFile.tests(of: group) {
                let verifies = try key.verifies(
                    Hex.decode(test.text("sig")), of: Hex.decode(test.text("msg")))
                let (number, comment) = try (test.number("tcId"), test.text("comment"))
                #expect(try verifies == test.isValid(), "\(number): \(comment)")
                run += 1
            }
        }
        #expect(run == 262)
    }

    @Test(.enabled(if: VectorFile.folder != nil, VectorFile.missing))
    func `the published key off the curve is refused, the one on it taken`() throws {
        for group in try VectorFile("jose/json_web_key_test.json").groups
        where ["invalid_point", "wrong_algorithm"].contains(try group.text("comment")) {
            let keys = try #require(group.fields("public")["keys"] as? [VectorFile.Fields])
            for key in keys {
                let make = {
                    try P256.PublicKey(
                        x: Base64.url.decode(key.text("x")), y: Base64.url.decode(key.text("y")))
                }
                if try group.text("comment") == "invalid_point" {
                    #expect(throws: CryptoError.invalidKey) { try make() }
                } else {
                    _ = try make()
                }
            }
        }
    }

    @Test func `a private number has 32 bytes and lies between 1 and the order`() throws {
        let zeros = String(repeating: "0", count: 62)
        for scalar in [zeros + "01", "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550"] {
            let key = try key(scalar)
            #expect(try key.publicKey.verifies(key.sign([1]), of: [1]))
        }
        for scalar in [
            zeros + "00", Self.order, String(repeating: "f", count: 64), "", zeros, zeros + "0001",
        ] {
            #expect(throws: CryptoError.invalidKey) { try key(scalar) }
        }
    }

    @Test func `a point off the curve or beyond the field is refused`() throws {
        let good = try P256.PrivateKey().publicKey
        var offCurve = good.y
        offCurve[31] ^= 1
        let beyond = [UInt8](repeating: 0xFF, count: 32)
        let zero = [UInt8](repeating: 0, count: 32)
        for (x, y) in [
            (good.x, offCurve), (beyond, good.y), (good.x, beyond), (zero, zero), ([], []),
            (Array(good.x.dropLast()), good.y), ([0] + good.x, good.y),
        ] {
            #expect(throws: CryptoError.invalidKey) { try P256.PublicKey(x: x, y: y) }
        }
    }

    @Test func `numbers out of range and other lengths verify nothing`() throws {
        let key = try P256.PrivateKey().publicKey
        let zero = [UInt8](repeating: 0, count: 32)
        let one = [UInt8](repeating: 0, count: 31) + [1]
        let order = try Hex.decode(Self.order)
        for (r, s) in [
            (zero, zero), (zero, one), (one, zero), (one, one), (order, one), (one, order), (order, order),
        ] {
            #expect(try !key.verifies(r + s, of: [1]))
        }
        let signature = try P256.PrivateKey().sign([1])
        for length in [0, 1, 32, 63] {
            #expect(try !key.verifies(Array(signature.prefix(length)), of: [1]))
        }
    }

    @Test func `a longer signature does not verify though its beginning does`() throws {
        let key = try P256.PrivateKey()
        let signature = try key.sign([1])
        #expect(try !key.publicKey.verifies(signature + [0], of: [1]))
        #expect(try !key.publicKey.verifies([0] + signature, of: [1]))
    }

    @Test func `a failure leaves nothing in OpenSSL's queue, where TLS would read it`() throws {
        let key = try P256.PrivateKey()
        #expect(try !key.publicKey.verifies([UInt8](repeating: 0, count: 64), of: [1]))
        #expect(ERR_peek_error() == 0)
        #expect(throws: CryptoError.invalidKey) { try P256.PublicKey(x: key.publicKey.x, y: key.publicKey.x) }
        #expect(ERR_peek_error() == 0)
    }

    @Test func `many threads may sign and verify with one key at once`() async throws {
        let key = try P256.PrivateKey()
        try await withThrowingTaskGroup { group in
            for task in 0..<32 {
                group.addTask {
                    try (0..<10).allSatisfy { round in
                        let message = [UInt8(task), UInt8(round)]
                        return try key.publicKey.verifies(key.sign(message), of: message)
                    }
                }
            }
            for try await right in group { #expect(right) }
        }
    }
}
