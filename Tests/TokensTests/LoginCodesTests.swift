import Crypto
import Domain
import Testing
import Tokens

@Suite struct LoginCodesTests {
    @Test func `a flow's code is the same each time, and another one in the next generation`() throws {
        let codes = try LoginCodes(under: Fixtures.secret(Fixtures.oldSecret))
        let flow: FlowID = Fixtures.id()
        for shape in CodeShape.allCases {
            let code = codes.code(of: flow, generation: 1, shape: shape)
            #expect(code == codes.code(of: flow, generation: 1, shape: shape))
            #expect(code.shape == shape)
        }
        // A single pair may coincide; a hundred do not.
        let generations = Set(
            (0..<100).map { codes.code(of: flow, generation: $0, shape: .digits8).reveal() })
        #expect(generations.count == 100)
        let flows = Set(
            (0..<100).map { _ in codes.code(of: Fixtures.id(), generation: 0, shape: .digits8).reveal() })
        #expect(flows.count == 100)
    }

    @Test func `a shorter code is not the beginning of a longer one`() throws {
        let codes = try LoginCodes(under: Fixtures.secret(Fixtures.oldSecret))
        let shared = (0..<50).filter { _ in
            let flow: FlowID = Fixtures.id()
            return codes.code(of: flow, generation: 0, shape: .digits8).reveal()
                .hasPrefix(codes.code(of: flow, generation: 0, shape: .digits4).reveal())
        }
        #expect(shared.isEmpty)
    }

    @Test func `only the newest secret makes codes, so that one code fits and not two`() throws {
        let (old, new) = (Fixtures.oldSecret, Fixtures.newSecret)
        let flow: FlowID = Fixtures.id()
        let both = try LoginCodes(under: Fixtures.secret(new, old)).code(
            of: flow, generation: 0, shape: .base32)
        #expect(
            try both == LoginCodes(under: Fixtures.secret(new)).code(of: flow, generation: 0, shape: .base32))
        #expect(
            try both != LoginCodes(under: Fixtures.secret(old)).code(of: flow, generation: 0, shape: .base32))
    }

    @Test func `derived codes are uniform over the first two digits`() throws {
        let codes = try LoginCodes(under: Fixtures.secret(Fixtures.oldSecret))
        let flow: FlowID = Fixtures.id()
        var counts = [Int](repeating: 0, count: 100)
        for generation in UInt32(0)..<20_000 {
            let code = codes.code(of: flow, generation: generation, shape: .digits4).reveal()
            counts[try #require(Int(code.prefix(2)))] += 1
        }
        // 99 degrees of freedom, deviation 14; all is derived from fixed secrets and a fixed flow.
        let chiSquare = counts.reduce(0.0) { $0 + Double(($1 - 200) * ($1 - 200)) / 200 }
        #expect(abs(chiSquare - 99) < 4 * 14)
    }
}
