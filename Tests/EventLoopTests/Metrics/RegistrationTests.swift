import EventLoop
import Testing

struct RegistrationTests {
    @Test(arguments: ["a", "_a", ":a:b", "A9", "z_Z0"])
    func `a name that Prometheus knows is taken`(name: String) {
        let registry = MetricsRegistry()
        _ = registry.counter(name, help: "h", labels: [(name.replacingColons, "any \u{0} value")])
        #expect(!registry.text().isEmpty)
    }

    @Test(arguments: ["", "9a", "a-b", "a b", "é", "a\n", "{", "@", "[", "`"])
    func `a name that Prometheus refuses stops the process`(name: String) async {
        await #expect(processExitsWith: .failure) { [name] in
            _ = MetricsRegistry().counter(name, help: "h")
        }
    }

    @Test(arguments: ["", "9a", "a:b", "__a", "le", "a b", "é"])
    func `a label that Prometheus refuses stops the process`(name: String) async {
        await #expect(processExitsWith: .failure) { [name] in
            _ = MetricsRegistry().counter("c", help: "h", labels: [(name, "v")])
        }
    }

    @Test func `a label that stands twice stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = MetricsRegistry().counter("c", help: "h", labels: [("a", "1"), ("a", "2")])
        }
    }

    @Test func `a metric that contradicts an earlier one stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.counter("c", help: "h")
            _ = registry.gauge("c", help: "h")
        }
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.counter("c", help: "h", labels: [("a", "1")])
            _ = registry.counter("c", help: "h", labels: [("b", "1")])
        }
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.histogram("c", help: "h")
            _ = registry.counter("c_count", help: "h")
        }
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            registry.gauge("c", help: "h") { 1 }
            registry.gauge("c", help: "h") { 2 }
        }
        await #expect(processExitsWith: .failure) {
            _ = MetricsRegistry().histogram("c", help: "h", bounds: [1, 1])
        }
    }
}

extension String {
    /// Labels have no colons.
    fileprivate var replacingColons: String { String(map { $0 == ":" ? "_" : $0 }) }
}
