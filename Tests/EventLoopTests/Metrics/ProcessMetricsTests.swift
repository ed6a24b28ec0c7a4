import Testing

@testable import EventLoop

struct ProcessMetricsTests {
    @Test(arguments: ["latchkey", "a b", "x) R (y", ""])
    func `the program's name does not shift the fields`(name: String) throws {
        let fields = (3...52).map { "\($0)00" }.joined(separator: " ")
        let status = try #require(ProcessStatus(line: Substring("42 (\(name)) \(fields)")))
        #expect(status.cpuTicks == 1400 + 1500)
        #expect(status.startTicks == 2200)
        #expect(status.residentPages == 2400)
    }

    @Test(arguments: ["", ")", "42 (a) R 1 2", "42 (a) " + String(repeating: "x ", count: 50)])
    func `what is not a status is refused`(line: String) {
        #expect(ProcessStatus(line: Substring(line)) == nil)
    }

    @Test func `limits and the time of boot are found`() {
        let limits: [Substring] = [
            "Limit                     Soft Limit           Hard Limit           Units",
            "Max open files            1024                 1048576              files",
        ]
        #expect(maximumDescriptors(limits) == 1024)
        #expect(maximumDescriptors(["Max open files            unlimited  unlimited  files"]) == nil)
        #expect(maximumDescriptors([]) == nil)
        #expect(bootTime(["cpu 1 2", "btime 1700000000"]) == 1_700_000_000)
        #expect(bootTime(["cpu 1 2"]) == nil)
    }

    @Test func `this process has all of them`() {
        let registry = MetricsRegistry()
        registry.registerProcessMetrics()
        let values = String(decoding: registry.text(), as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .compactMap { line in line.split(separator: " ").last.flatMap { Double($0) } }
        #expect(values.count == 5)
        #expect(values.allSatisfy { $0 > 0 })
        let now = Double(SystemClock().wall().seconds)
        #expect(values.last.map { $0 <= now + 1 && $0 > now - 86_400 } == true)
    }
}
