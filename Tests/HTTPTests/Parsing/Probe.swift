import Foundation
import Testing

/// One line of `Tests/Vectors/framing.json`: what a client sends, and what must come of it.
///
/// `raw` is a string whose characters are bytes, or a list of such strings and `[string, times]` pairs.
struct Probe: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var raw: Raw
    /// How many requests are read whole.
    var requests: Int
    /// The refusal behind them.
    var status: Int?
    /// Whether the server must go on waiting for more.
    var waits: Bool?

    var testDescription: String { name }

    static func all() throws -> [Probe] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = folder.appending(path: "../../Vectors/framing.json").standardizedFileURL
        return try JSONDecoder().decode([Probe].self, from: Data(contentsOf: file))
    }
}

struct Raw: Decodable, Sendable {
    var bytes: [UInt8] = []

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            try append(text, times: 1, decoder)
            return
        }
        var parts = try decoder.unkeyedContainer()
        while !parts.isAtEnd {
            if let text = try? parts.decode(String.self) {
                try append(text, times: 1, decoder)
            } else {
                var pair = try parts.nestedUnkeyedContainer()
                try append(pair.decode(String.self), times: pair.decode(Int.self), decoder)
            }
        }
    }

    private mutating func append(_ text: String, times: Int, _ decoder: any Decoder) throws {
        let part = try text.unicodeScalars.map { scalar in
            guard let byte = UInt8(exactly: scalar.value) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "\(scalar) is no byte"))
            }
            return byte
        }
        for _ in 0..<times { bytes += part }
    }
}
