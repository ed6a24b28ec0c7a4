import Crypto
import Testing

@Suite struct HKDFTests {
    @Test func `HKDF gives the vectors of RFC 5869`() throws {
        let short = [UInt8](repeating: 0x0B, count: 22)
        #expect(
            Hex.encode(
                try HKDF.derive(from: short, salt: Array(0...12), info: Array(0xF0...0xF9), length: 42))
                == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
        #expect(
            Hex.encode(
                try HKDF.derive(
                    from: Array(0...0x4F), salt: Array(0x60...0xAF), info: Array(0xB0...0xFF), length: 82))
                == "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                + "cc30c58179ec3e87c14c01d5c1f3434f1d87")
        #expect(
            Hex.encode(try HKDF.derive(from: short, info: [], length: 42))
                == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")
    }

    @Test(.enabled(if: VectorFile.folder != nil, VectorFile.missing))
    func `HKDF agrees with the published vectors`() throws {
        var run = 0
        for group in try VectorFile("jose/hkdf_sha256_test.json").groups {
            for test in try VectorFile.tests(of: group) {
                let derive = { () throws in
                    try HKDF.derive(
                        from: Hex.decode(test.text("ikm")), salt: Hex.decode(test.text("salt")),
                        info: Hex.decode(test.text("info")), length: test.number("size"))
                }
                if try test.isValid() {
                    #expect(Hex.encode(try derive()) == (try test.text("okm")))
                } else {
                    #expect(throws: CryptoError.unreasonableCost) { try derive() }
                }
                run += 1
            }
        }
        #expect(run == 86)
    }
}
