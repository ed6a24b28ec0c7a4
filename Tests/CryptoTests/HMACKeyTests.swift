import Crypto
import Testing

@Suite struct HMACKeyTests {
    /// RFC 4231, 4.2 to 4.8.
    static let vectors: [(key: [UInt8], message: [UInt8], tag: String)] = [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            Array(1...25), [UInt8](repeating: 0xCD, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        // The RFC publishes the first half of this one.
        (
            [UInt8](repeating: 0x0C, count: 20), Array("Test With Truncation".utf8),
            "a3b6167473100ee06e0c796c2955552b"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array(
                ("This is a test using a larger than block-size key and a larger than block-size data. "
                    + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
        ([], [], "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
    ]

    @Test func `HMAC gives the vectors of RFC 4231, again and again on the kept context`() throws {
        for vector in Self.vectors {
            let key = try HMACKey(vector.key)
            for _ in 0..<3 {
                #expect(Hex.encode(key.authenticate(vector.message).bytes).hasPrefix(vector.tag))
                _ = key.authenticate([1, 2, 3])
            }
        }
    }

    @Test(.enabled(if: VectorFile.folder != nil, VectorFile.missing))
    func `HMAC agrees with the published vectors`() throws {
        var run = 0
        for group in try VectorFile("jose/hmac_sha256_test.json").groups {
            for test in try VectorFile.tests(of: group) {
                let key = try HMACKey(Hex.decode(test.text("key")))
                let length = try group.number("tagSize") / 8
                let tag = key.authenticate(try Hex.decode(test.text("msg"))).bytes.prefix(length)
                #expect(try (Hex.encode(Array(tag)) == test.text("tag")) == test.isValid())
                run += 1
            }
        }
        #expect(run == 174)
    }

    @Test func `many threads may use one key at once`() async throws {
        let key = try HMACKey([7])
        let expected = (0..<64).map { key.authenticate([UInt8($0)]) }
        await withTaskGroup { group in
            for task in 0..<64 {
                group.addTask {
                    (0..<200).allSatisfy { _ in key.accepts(expected[task], for: [UInt8(task)]) }
                }
            }
            for await right in group { #expect(right) }
        }
    }
}
