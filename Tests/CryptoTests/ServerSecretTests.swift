import Crypto
import Domain
import Testing

@Suite struct ServerSecretTests {
    static let first = Secret((0..<32).map { UInt8($0) })
    static let second = Secret([UInt8](repeating: 9, count: 32))

    /// Fixed forever: tokens in the field and stored keys depend on them.
    static let subkeys: [SecretLabel: String] = [
        .loginCode: "8fa8668b33156550644639ee8db7cd13bcde827d6e92845d8b5fd436c1d880e8",
        .refreshToken: "ed73da163c2550e403173ac42d55545a6adb63e6a3c629a06f19ac352d4ee0e5",
        .flowKey: "f77fa79d6a36f09a7b8bc0f317a45c9190aec609c71b7e4e89fade095e9eb76b",
        .deviceToken: "754a2a1f13b7b4bb1743e8d9cc57bbc786161940225ea38a3a46069dd5b98462",
        .storedKey: "36a379768f53f461d7f026c2df29c6985f98b0fcaf4d4db41ba851cecc38f677",
    ]

    @Test(arguments: SecretLabel.allCases)
    func `each use has a key of its own that never changes`(label: SecretLabel) throws {
        let ring = try ServerSecret(newestFirst: [Self.first]).keyRing(for: label)
        let expected = try HMACKey(Hex.decode(try #require(Self.subkeys[label])))
        #expect(ring.authenticate([1]) == expected.authenticate([1]))
        #expect(Set(Self.subkeys.values).count == SecretLabel.allCases.count)
    }

    @Test func `the newest secret makes and all of them are accepted`() throws {
        let old = try ServerSecret(newestFirst: [Self.first]).keyRing(for: .refreshToken)
        let both = try ServerSecret(newestFirst: [Self.second, Self.first]).keyRing(for: .refreshToken)
        let new = try ServerSecret(newestFirst: [Self.second]).keyRing(for: .refreshToken)
        #expect(both.accepts(old.authenticate([1]), for: [1]))
        #expect(both.authenticate([1]) == new.authenticate([1]))
        #expect(!old.accepts(both.authenticate([1]), for: [1]))
        #expect(!new.accepts(old.authenticate([1]), for: [1]))
    }

    @Test func `a secret of another length, a second time, or none at all is refused`() {
        let short = Secret([UInt8](repeating: 1, count: 31))
        for secrets in [[], [short], [Self.first, short], [Self.first, Self.first]] {
            #expect(throws: CryptoError.invalidKey) { try ServerSecret(newestFirst: secrets) }
        }
    }

    @Test func `the secret file holds a secret a line, newest first`() throws {
        let lines = [Self.second, Self.first].map { Base64.url.encode($0.reveal()) }
        let read = try ServerSecret(parsing: "# ours\n\n\(lines[0])\r\n\(lines[1])\n")
        let made = try ServerSecret(newestFirst: [Self.second, Self.first])
        #expect(
            try read.keyRing(for: .flowKey).authenticate([]) == made.keyRing(for: .flowKey).authenticate([]))
        _ = try ServerSecret(parsing: ServerSecret.newLine().reveal())
        #expect(throws: CryptoError.malformed) { try ServerSecret(parsing: "not base64!") }
        #expect(throws: CryptoError.invalidKey) { try ServerSecret(parsing: "# nothing\n") }
        #expect(throws: CryptoError.invalidKey) { try ServerSecret(parsing: "Zm9v") }
    }
}
