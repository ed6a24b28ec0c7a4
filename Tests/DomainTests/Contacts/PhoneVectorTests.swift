import Domain
import Foundation
import Testing

/// One line of `Tests/Vectors/phones.json`, or of the file that `PHONE_VECTORS` names: what is typed, and the
/// canonical number and its region where phonenumbers calls it mobile.
private struct PhoneVector {
    var typed: String
    var canonical: String?
    var region: String?

    static func all() throws -> [PhoneVector] {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let file =
            ProcessInfo.processInfo.environment["PHONE_VECTORS"].map { URL(filePath: $0) }
            ?? here.appending(path: "../../Vectors/phones.json").standardizedFileURL
        return try JSONDecoder().decode([[String?]].self, from: Data(contentsOf: file)).map { line in
            PhoneVector(typed: try #require(line[0]), canonical: line[1], region: line[2])
        }
    }
}

@Suite struct PhoneVectorTests {
    @Test func `the plan agrees with phonenumbers on every vector`() throws {
        let plan = try NumberingPlan.builtIn()
        let vectors = try PhoneVector.all()
        #expect(vectors.count >= 300)
        #expect(vectors.contains { $0.canonical != nil } && vectors.contains { $0.canonical == nil })
        for vector in vectors {
            let number = try? PhoneNumber(parsing: vector.typed, in: plan)
            #expect(number?.canonical == vector.canonical, "\(vector.typed)")
            #expect(number.flatMap { plan.region(of: $0) } == vector.region, "\(vector.typed)")
            // The stored form is read without a plan: both ways must see the same calling code.
            if let number {
                #expect(try PhoneNumber(stored: number.canonical).countryCode == number.countryCode)
            }
        }
    }
}
