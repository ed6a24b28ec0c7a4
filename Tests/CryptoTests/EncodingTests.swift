import Crypto
import Testing

@Suite struct EncodingTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func `base64url writes and reads the vectors of RFC 4648 without padding`(
        plain: String, text: String
    ) throws {
        #expect(Base64.url.encode(Array(plain.utf8)) == text)
        #expect(try Base64.url.decode(text) == Array(plain.utf8))
    }

    @Test(arguments: [
        "Z", "Zg=", "Zg==", "Zm9v=", "Zm 8", "Zm8\n", " Zm8", "Zm9+", "Zm9/", "Zm9é", "Zm9v\0",
        // Bits left over that are not 0.
        "Zh", "Zm9", "Zv",
    ])
    func `base64url refuses padding, white space, foreign characters and loose bits`(text: String) {
        #expect(throws: CryptoError.malformed) { try Base64.url.decode(text) }
    }

    @Test func `every alphabet reads back all 256 bytes in one text only`() throws {
        let bytes = (0...255).map { UInt8($0) }
        for alphabet in [Base64.url, .standard, .phc, .passlib] {
            for length in 250...256 {
                let text = alphabet.encode(Array(bytes.prefix(length)))
                #expect(try alphabet.decode(text) == Array(bytes.prefix(length)))
            }
        }
        #expect(Base64.url.encode([0xFB, 0xFF]) == "-_8")
        #expect(Base64.standard.encode([0xFB, 0xFF]) == "+/8=")
        #expect(Base64.phc.encode([0xFB, 0xFF]) == "+/8")
        #expect(Base64.passlib.encode([0xFB, 0xFF]) == "./8")
    }

    @Test(arguments: ["Zg", "Zg=", "Zg===", "=", "====", "Zm9v====", "Z===", "Zh=="])
    func `padded base64 wants exactly its padding`(text: String) {
        #expect(throws: CryptoError.malformed) { try Base64.standard.decode(text) }
    }

    @Test func `hexadecimal reads either case and refuses the rest`() throws {
        #expect(Hex.encode([0, 0x0F, 0xA5, 0xFF]) == "000fa5ff")
        #expect(try Hex.decode("000fA5Ff") == [0, 0x0F, 0xA5, 0xFF])
        for text in ["0", "0g", " 0", "0x", "é"] {
            #expect(throws: CryptoError.malformed) { try Hex.decode(text) }
        }
    }
}
