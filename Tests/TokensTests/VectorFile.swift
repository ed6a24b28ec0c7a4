import Foundation
import Testing

/// A file of published test vectors under the folder that VECTORS names. The repository holds none of them.
struct VectorFile {
    typealias Fields = [String: Any]

    static let folder = ProcessInfo.processInfo.environment["VECTORS"]
    static let missing: Comment = "VECTORS is not set: the published vectors were not run"

    let groups: [Fields]

    init(_ path: String) throws {
        let file = try #require(Self.folder) + "/" + path
        let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
        groups = try #require((parsed as? Fields)?["testGroups"] as? [Fields])
    }

    static func tests(of group: Fields) throws -> [Fields] {
        try #require(group["tests"] as? [Fields])
    }
}

extension [String: Any] {
    func text(_ name: String) throws -> String { try #require(self[name] as? String) }
    func number(_ name: String) throws -> Int { try #require(self[name] as? Int) }
    func fields(_ name: String) throws -> [String: Any] { try #require(self[name] as? [String: Any]) }
    func isValid() throws -> Bool { try text("result") == "valid" }
}
