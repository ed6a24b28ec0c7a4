import Foundation
import JSON
import Testing

/// The files of nst/JSONTestSuite, in the folder `json` under the one that VECTORS names.
private let folder = ProcessInfo.processInfo.environment["VECTORS"].map { $0 + "/json" }

@Suite(.enabled(if: folder != nil, "VECTORS is not set: ran WITHOUT the published JSON test suite"))
struct PublishedSuiteTests {
    /// Valid by RFC 8259, refused by rules of ours.
    private let stricter: [String: JSONError.Reason] = [
        "y_object_duplicated_key.json": .doubledKey,
        "y_object_duplicated_key_and_value.json": .doubledKey,
    ]

    /// Where RFC 8259 leaves the choice: whole numbers beyond Int64 become a Double, tiny ones zero.
    private let acceptedByChoice: Set<String> = [
        "i_number_double_huge_neg_exp.json", "i_number_real_underflow.json", "i_number_too_big_neg_int.json",
        "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json",
    ]

    private func files(_ prefix: String, count: Int) throws -> [(name: String, bytes: [UInt8])] {
        let folder = URL(fileURLWithPath: try #require(folder))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.sorted()
        try #require(names.count == count)
        return try names.map { ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) }
    }

    @Test func `what must be accepted is, but for doubled keys`() throws {
        for file in try files("y_", count: 95) {
            #expect(refusal(of: file.bytes)?.reason == stricter[file.name], "\(file.name)")
        }
    }

    @Test func `what must be refused is, at any depth`() throws {
        for file in try files("n_", count: 188) {
            #expect(refusal(of: file.bytes) != nil, "\(file.name)")
            #expect(refusal(of: file.bytes, depth: 128) != nil, "\(file.name)")
        }
    }

    @Test func `what is left to the reader goes one way for good`() throws {
        let accepted = try files("i_", count: 35).filter { refusal(of: $0.bytes) == nil }
        #expect(Set(accepted.map(\.name)) == acceptedByChoice)
    }

    @Test func `what was accepted comes back the same from the writer`() throws {
        let accepted = try (files("y_", count: 95) + files("i_", count: 35)).filter {
            refusal(of: $0.bytes) == nil
        }
        for file in accepted {
            let first = try JSONValue(parsing: file.bytes)
            #expect(try JSONValue(parsing: first.json) == first, "\(file.name)")
        }
    }
}
