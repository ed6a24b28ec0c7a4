import Foundation
import Templates
import Testing

/// The Mustache specification's own tests, in the folder `mustache` under the one that VECTORS names. Its optional
/// modules (`~lambdas`, `~inheritance`, `~dynamic-names`) are left out: this engine does not have them.
private let folder = ProcessInfo.processInfo.environment["VECTORS"].map { $0 + "/mustache" }

@Suite(.enabled(if: folder != nil, "VECTORS is not set: ran WITHOUT the tests of the Mustache specification"))
struct SpecificationTests {
    @Test(
        arguments: [
            ("comments", 12), ("delimiters", 14), ("interpolation", 40), ("inverted", 22), ("partials", 12),
            ("sections", 34),
        ])
    func `every required test passes`(module: String, atLeast: Int) throws {
        let file = URL(filePath: try #require(folder) + "/\(module).json")
        let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let tests = try #require((parsed as? [String: Any])?["tests"] as? [[String: Any]])
        #expect(tests.count >= atLeast)
        for test in tests {
            let name = try #require(test["name"] as? String)
            let source = try #require(test["template"] as? String)
            let partials = test["partials"] as? [String: String] ?? [:]
            let value = value(of: test["data"] ?? NSNull()) ?? [:]
            let rendered = try Template<HTMLText>(source, partials: partials).render(value)
            #expect(rendered == test["expected"] as? String, "\(module): \(name)")
        }
    }

    /// Null is a name that is not there.
    private func value(of data: Any) -> TemplateValue? {
        switch data {
        case let text as String: .text(text)
        case let number as NSNumber:
            unsafe String(cString: number.objCType) == "c"
                ? .bool(number.boolValue) : .text(number.stringValue)
        case let items as [Any]: .list(items.compactMap(value))
        case let members as [String: Any]: .map(members.compactMapValues(value))
        default: nil
        }
    }
}
