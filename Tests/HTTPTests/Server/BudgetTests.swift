import EventLoop
import HTTP
import Testing

@Suite(.timeLimit(.minutes(10)))
struct BudgetTests {
    @Test(arguments: [1, 2])
    func `connections beyond the budget wait, and are served when others close`(_ loops: Int) async throws {
        let setting = TestServer.Setting(loops: loops, budget: ConnectionBudget(capacity: 3))
        let (served, waited, later) = try await serving(setting) { server in
            let first = try (0..<3).map { _ in try server.client() }
            let served = try first.map { try $0.get("/").status }
            let second = try (0..<3).map { _ in try server.client() }
            for client in second { try client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n") }
            let waited = second.allSatisfy { !$0.hears(milliseconds: 50) }
            for client in first { client.close() }
            let later = try second.map { try $0.answer().status }
            return (served, waited, later)
        }
        #expect(served == [200, 200, 200] && waited && later == [200, 200, 200])
    }

    @Test func `a full server pauses instead of spinning`() async throws {
        let setting = TestServer.Setting(budget: ConnectionBudget(capacity: 1))
        let (pauses, most) = try await serving(setting) { server in
            let first = try server.client()
            _ = try first.get("/")
            let second = try server.client()
            try second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(eventually { server.acceptPauses > 0 })
            let (before, begun) = (server.acceptPauses, SystemClock().now())
            #expect(!second.hears(milliseconds: 350))
            let pauses = server.acceptPauses - before
            return (pauses, Int((SystemClock().now() - begun) / .milliseconds(100)) + 1)
        }
        #expect((1...most).contains(pauses))
    }

    @Test func `every way to end gives its place back`() async throws {
        var setting = TestServer.Setting(budget: ConnectionBudget(capacity: 2))
        setting.limits.headWithin = .milliseconds(50)
        setting.limits.linger = .milliseconds(50)
        let open = try await serving(setting) { server in
            for round in 0..<5 {
                let (closed, reset, refused) = (try server.client(), try server.client(), try server.client())
                _ = try closed.get("/\(round)")
                closed.close()
                try reset.send("GET")
                reset.reset()
                try refused.send("bad\r\n\r\n")
                #expect(try refused.answer().status == 400)
                refused.close()
                let slow = try server.client()
                try slow.send("GET")
                #expect(try slow.answer().status == 408)
            }
            #expect(eventually { server.openConnections == 0 })
            return try server.client().get("/").status
        }
        #expect(open == 200)
    }

    @Test func `a budget leaves descriptors for everything else`() {
        #expect(ConnectionBudget(descriptors: 1024).capacity == 768)
        #expect(ConnectionBudget(descriptors: 20_000).capacity == 19_744)
        #expect(ConnectionBudget(descriptors: 64).capacity == 32)
        #expect(ConnectionBudget(descriptors: 10).capacity == 1)
    }
}
