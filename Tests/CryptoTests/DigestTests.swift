import Crypto
import Testing

@Suite struct DigestTests {
    @Test func `SHA-256 gives the examples of FIPS 180-4`() throws {
        #expect(
            Hex.encode(try Digest.sha256(of: []).bytes)
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            Hex.encode(try Digest.sha256(of: Array("abc".utf8)).bytes)
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `two digests are equal only when all 32 bytes are`() throws {
        let digest = try Digest.sha256(of: [])
        #expect(Digest(presented: digest.bytes) == digest)
        for position in 0..<Digest.length {
            var bytes = digest.bytes
            bytes[position] ^= 0x80
            #expect(Digest(presented: bytes) != digest)
        }
    }

    @Test(arguments: [0, 31, 33]) func `a digest of another length is none`(length: Int) {
        #expect(Digest(presented: [UInt8](repeating: 0, count: length)) == nil)
    }

    @Test func `a digest is never printed`() throws {
        let digest = try Digest.sha256(of: [])
        var dumped = ""
        dump(digest, to: &dumped)
        #expect(dumped + "\(digest)" + String(reflecting: digest) == "- <redacted>\n<redacted><redacted>")
    }
}
