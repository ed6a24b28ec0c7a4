import Testing

@testable import HTTP

@Suite struct RandomRequestTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a valid request reads the same however it is cut`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let (bytes, bodies) = requests(using: &random)
        let whole = Conversation(whole: bytes)
        #expect(whole.bodies == bodies, "seed \(seed)")
        #expect(whole.refusal == nil && !whole.waits, "seed \(seed)")
        for cut in bytes.indices {
            #expect(Conversation([bytes[..<cut], bytes[cut...]]) == whole, "seed \(seed), cut at \(cut)")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a thousand damaged requests trap nowhere and read the same in pieces`(_ seed: UInt64) {
        var random = SeededGenerator(seed: 1000 + seed)
        for round in 0..<1000 {
            var bytes = requests(using: &random).bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes, using: &random) }
            let whole = Conversation(whole: bytes)
            var pieces: [ArraySlice<UInt8>] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let size = min(rest.count, Int.random(in: 1...60, using: &random))
                pieces.append(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(Conversation(pieces) == whole, "seed \(seed), round \(round)")
        }
    }

    private func requests(using random: inout SeededGenerator) -> (bytes: [UInt8], bodies: [[UInt8]]) {
        var bytes: [UInt8] = []
        var bodies: [[UInt8]] = []
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let body = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            bytes += request(body, using: &random)
            bodies.append(body)
        }
        return (bytes, bodies)
    }

    private func request(_ body: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        let targets = ["/", "/a/b?c=d&e=%20", "http://example.com:80/x", "//", "/?"]
        let names = ["Accept", "X-a", "USER-AGENT", "Te", "X!#"]
        let values = ["", "a", "*/*;q=0.1", "\"x\ty\"", "a b c"]
        var lines = [
            "\(["GET", "POST", "BREW"].pick(&random)) \(targets.pick(&random)) HTTP/1.1",
            "\(["Host", "HOST"].pick(&random)): \(["a", "example.com:8080", "[::1]"].pick(&random))",
        ]
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let padding = ["", " ", "\t", "  "]
            lines.append(
                names.pick(&random) + ":" + padding.pick(&random) + values.pick(&random)
                    + padding.pick(&random))
        }
        var payload = body
        switch Int.random(in: body.isEmpty ? 0...2 : 1...2, using: &random) {
        case 0: break
        case 1: lines.append("Content-Length: \(body.count)")
        default:
            lines.append("Transfer-Encoding: Chunked")
            payload = chunked(body, using: &random)
        }
        if lines.count > 2, Bool.random(using: &random) { lines.swapAt(1, lines.count - 1) }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + payload
    }

    private func chunked(_ body: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var result: [UInt8] = []
        var rest = body[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...20, using: &random))
            result += Array((["", "0"].pick(&random) + String(chunk.count, radix: 16) + "\r\n").utf8) + chunk
            result += Array("\r\n".utf8)
            rest = rest.dropFirst(chunk.count)
        }
        return result + Array(["0\r\n\r\n", "00\r\nX: y\r\n\r\n"].pick(&random).utf8)
    }

    private func damage(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &random)
        let telling = Array("\r\n\r\n \t:,;%#0\0\u{b}\u{7f}".utf8) + [0x80, 0xFF]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.insert(telling.pick(&random), at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 8))
        default:
            let other = Int.random(in: bytes.indices, using: &random)
            bytes.insert(contentsOf: bytes[min(place, other)...max(place, other)], at: place)
        }
    }
}

extension Array {
    fileprivate func pick(_ random: inout SeededGenerator) -> Element {
        self[Int.random(in: indices, using: &random)]
    }
}
