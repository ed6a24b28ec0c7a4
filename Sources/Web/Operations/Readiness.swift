import Synchronization

/// Whether the server can do its work now: asked by load balancers before they send anybody.
public final class Readiness: Sendable {
    /// One thing that must hold, by a name that operators see.
    public struct Check: Sendable {
        let name: String
        let holds: @Sendable () async -> Bool

        public init(_ name: String, _ holds: @escaping @Sendable () async -> Bool) {
            self.name = name
            self.holds = holds
        }
    }

    private let checks: [Check]
    private let draining = Atomic<Bool>(false)

    public init(_ checks: [Check]) {
        self.checks = checks
    }

    /// From here on the server is not ready: it finishes what it has.
    public func drain() {
        draining.store(true, ordering: .relaxed)
    }

    func results() async -> [(name: String, holds: Bool)] {
        var results = [("accepting", !draining.load(ordering: .relaxed))]
        for check in checks { results.append((check.name, await check.holds())) }
        return results
    }
}
