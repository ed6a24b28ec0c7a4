import Foundation
import JSON
import Testing

@Suite struct MutationTests {
    private let documents = [
        #"{"email":"a@example.com","phone":"+12025550123","profile":{"name":"É","roles":["a","b"]},"n":[1,-2,3.5e2]}"#,
        #"[null,true,false,0,-0,1.25,1e10,"\ud834\udd1e\u00e9\n\"",{},[],{"":""}]"#,
        #"{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"9":9,"10":10,"k":"\/\b\f\r\t"}"#,
        "[[[[[[[[[[[[[[[[9223372036854775807]]]]]]]]]]]]]]]]",
        "  {\r\n\t\"€\" : \"\u{1D11E}\u{2028}</script>\" , \"x\" : -9223372036854775808 }  ",
    ].map { Array($0.utf8) }

    /// Bytes at which the grammar turns, and the ones that begin ill UTF-8.
    private let sharp = Array("\"\\{}[]:,-+.eE0u \n".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC0, 0xED, 0xF4, 0xFF]

    private func mutated(_ document: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = document
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let at = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, at + Int.random(in: 0...8, using: &random))
            let byte = sharp.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.replaceSubrange(at..<min(at + 1, bytes.count), with: [byte])
            case 1: bytes.insert(byte, at: at)
            case 2: bytes.removeSubrange(at..<end)
            case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
            case 4:
                bytes.replaceSubrange(
                    at..<min(at + 1, bytes.count), with: [UInt8.random(in: 0...255, using: &random)])
            default: bytes.removeSubrange(end..<min(bytes.count, end + 1))
            }
        }
        return bytes
    }

    @Test func `a mutated document is read or refused, and what is read comes back`() throws {
        let seed: UInt64 = 20_240_611
        var random = Seeded(seed: seed)
        var accepted = 0
        for round in 0..<10_000 {
            let bytes = mutated(documents[round % documents.count], &random)
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            accepted += 1
            let written = value.json
            #expect(try JSONValue(parsing: written) == value, "seed \(seed), round \(round)")
            #expect(try JSONValue(parsing: written).json == written, "seed \(seed), round \(round)")
            // What we accept is JSON by another reader's word too.
            #expect(
                (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil,
                "seed \(seed), round \(round)")
        }
        #expect((1_000..<9_000).contains(accepted), "seed \(seed)")
    }

    @Test func `a document cut off anywhere is refused at its end or before`() {
        for document in documents {
            let whole = document.reversed().drop { $0 == 0x20 }.count
            for length in 0..<whole {
                let error = refusal(of: Array(document.prefix(length)))
                #expect((0...length).contains(error?.offset ?? -1), "\(length)")
            }
        }
    }
}
