import Crypto
import Domain
import Doubles
import Testing

@Suite struct SealerTests {
    static let old = Secret([UInt8](repeating: 1, count: 32))
    static let new = Secret([UInt8](repeating: 2, count: 32))

    func sealer(_ secrets: Secret<[UInt8]>...) throws -> Sealer {
        try ServerSecret(newestFirst: secrets).sealer(random: SeededRandom(seed: 1))
    }

    @Test(arguments: [0, 1, 15, 16, 32, 1000])
    func `what is sealed opens again`(length: Int) throws {
        let plain = [UInt8](repeating: 7, count: length)
        let sealed = try sealer(Self.old).seal(Secret(plain), context: "key")
        let opened = try sealer(Self.old).open(sealed, context: "key")
        #expect(opened.value.reveal() == plain)
        #expect(opened.isCurrent)
        #expect(sealed.count == 1 + 12 + length + 16)
    }

    @Test func `a changed byte anywhere, another context or another secret opens nothing`() throws {
        let sealer = try sealer(Self.old)
        let sealed = try sealer.seal(Secret([1, 2, 3]), context: "key")
        for position in sealed.indices {
            var changed = sealed
            changed[position] ^= 1
            #expect(throws: CryptoError.unauthentic) { try sealer.open(changed, context: "key") }
        }
        for length in 0..<sealed.count {
            #expect(throws: CryptoError.unauthentic) {
                try sealer.open(Array(sealed.prefix(length)), context: "key")
            }
        }
        #expect(throws: CryptoError.unauthentic) { try sealer.open(sealed, context: "other") }
        #expect(throws: CryptoError.unauthentic) { try self.sealer(Self.new).open(sealed, context: "key") }
    }

    @Test func `after a rotation an old seal opens and says that it is old`() throws {
        let sealed = try sealer(Self.old).seal(Secret([5]), context: "key")
        let opened = try sealer(Self.new, Self.old).open(sealed, context: "key")
        #expect(opened.value.reveal() == [5])
        #expect(!opened.isCurrent)
    }

    @Test func `no nonce is used twice`() throws {
        let sealer = try ServerSecret(newestFirst: [Self.old]).sealer()
        let sealed = try (0..<50).map { _ in try sealer.seal(Secret([5]), context: "key") }
        #expect(Set(sealed.map { $0[1...12] }).count == 50)
    }
}
