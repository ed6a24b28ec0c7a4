import Crypto
import Domain
import Testing

@Suite struct SystemRandomTests {
    @Test func `random bytes come in the number asked for and do not repeat`() {
        let random = SystemRandom()
        #expect(random.bytes(0).isEmpty)
        #expect(random.bytes(1).count == 1)
        #expect(random.bytes(100_000).count == 100_000)
        #expect(Set((0..<100).map { _ in random.bytes(16) }).count == 100)
        #expect(Set((0..<100).map { _ in random.key().reveal() }).count == 100)
        #expect(random.key().reveal().count == 32)
    }
}
