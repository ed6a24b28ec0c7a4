import Domain
import Foundation
import Testing

@Suite struct DeviceTests {
    /// `Tests/Vectors/user-agents.json`: what browsers and programs send, and the names that we give them.
    static func table() throws -> [[String]] {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let file = here.appending(path: "../../Vectors/user-agents.json").standardizedFileURL
        return try JSONDecoder().decode([[String]].self, from: Data(contentsOf: file))
    }

    @Test(arguments: try table())
    func `a user agent names a browser and a system`(_ line: [String]) {
        let device = Device(userAgent: line[0])
        #expect(device.browser.rawValue == line[1])
        #expect(device.system.rawValue == line[2])
    }

    @Test func `no user agent is an unknown device`() {
        #expect(Device(userAgent: nil) == .unknown)
        #expect(Device(userAgent: "  ") == .unknown)
    }

    @Test func `nothing behind 512 bytes is looked at`() {
        let padding = "Mozilla/5.0 " + String(repeating: "x", count: 512 - 20)
        #expect(Device(userAgent: padding + "Firefox/").browser == .firefox)
        #expect(Device(userAgent: padding + " Firefox/").browser == .unknown)
        #expect(Device(userAgent: String(repeating: "(", count: 1_000_000)).browser == .program)
    }

    @Test func `names hold letters and spaces alone`() {
        for name in Device.Browser.allCases.map(\.rawValue) + Device.System.allCases.map(\.rawValue) {
            #expect(name.allSatisfy { $0.isLetter || $0 == " " })
        }
    }
}
