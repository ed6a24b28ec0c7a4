import Domain
import Doubles
import Testing

@Suite struct IdentifierTests {
    @Test func `an identifier is the UUID of RFC 9562, A.6`() {
        let id = UserID(
            at: Timestamp(milliseconds: 0x017F_22E2_79B0),
            random: [0x0C, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F])
        #expect(id.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test func `text and bytes read back`() {
        let random = SeededRandom(seed: 11)
        for step in Int64(0)..<200 {
            let id = FlowID(at: Timestamp(milliseconds: step << 40), from: random)
            #expect(FlowID(id.description) == id)
            #expect(FlowID(bytes: id.bytes) == id)
        }
    }

    @Test func `later identifiers sort after earlier ones, as text and as bytes too`() {
        let random = SeededRandom(seed: 12)
        let ids = (0..<100).map { FlowID(at: Timestamp(milliseconds: 1_800_000_000_000 + $0), from: random) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
        #expect(Set(ids).count == 100)
    }

    @Test func `all 74 random bits count`() {
        let now = Timestamp(milliseconds: 1)
        var ids: Set<FlowID> = []
        for bit in 0..<80 {
            var random = [UInt8](repeating: 0, count: 10)
            random[bit / 8] = 1 << UInt8(bit % 8)
            ids.insert(FlowID(at: now, random: random))
        }
        // Six of the 80 bits fall to version and variant; those ids are the one without any bit.
        #expect(ids.count == 75)
    }

    @Test(arguments: [
        "", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398ff",
        "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f",
        "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-18c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4_dc0c0c07398f",
        "017f22e27-9b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
        "017f22e2-79b0-7cc3-98c4-dc0c0c0739é",
    ])
    func `any other text is refused`(text: String) {
        #expect(UserID(text) == nil)
    }

    @Test func `bytes of another length or version are refused`() {
        let id = UserID(at: Timestamp(milliseconds: 5), from: SeededRandom(seed: 1))
        #expect(UserID(bytes: Array(id.bytes.dropLast())) == nil)
        #expect(UserID(bytes: id.bytes + [0]) == nil)
        var other = id.bytes
        other[6] ^= 0x10
        #expect(UserID(bytes: other) == nil)
        other = id.bytes
        other[8] ^= 0x40
        #expect(UserID(bytes: other) == nil)
    }
}
