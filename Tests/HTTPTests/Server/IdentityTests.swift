import EventLoop
import HTTP
import Testing

/// Who asks, and what a request is called.
@Suite(.timeLimit(.minutes(10)))
struct IdentityTests {
    private static func idAndClient(_ request: Request) async -> Response {
        .text("\(request.id) \(request.client.address) \(request.client.isSecure)")
    }

    @Test func `a sane name is taken over, any other replaced`() async throws {
        let sane = ["a", "0-_.Z", String(repeating: "x", count: 64)]
        let insane = [
            "", " ", "a b", "a,b", "a;b", "a\"b", "a/b", String(repeating: "x", count: 65),
        ]
        let (kept, replaced) = try await serving(TestServer.Setting(), Self.idAndClient) { server in
            let client = try server.client()
            let answers = try (sane + insane).map { try client.get("/", "X-Request-Id: \($0)\r\n") }
            #expect(answers.allSatisfy { $0.text.hasPrefix(($0["x-request-id"] ?? "?") + " ") })
            let ids = answers.compactMap { $0["x-request-id"] }
            return (Array(ids.prefix(sane.count)), Array(ids.dropFirst(sane.count)))
        }
        #expect(kept == sane)
        #expect(replaced.count == insane.count)
        #expect(replaced.allSatisfy { $0.utf8.count == 13 && !insane.contains($0) })
    }

    @Test func `names that are given are all different`() async throws {
        let ids = try await serving(TestServer.Setting(loops: 2)) { server in
            let clients = try (0..<20).map { _ in try server.client() }
            for client in clients {
                try client.send(String(repeating: "GET / HTTP/1.1\r\nHost: a\r\n\r\n", count: 50))
            }
            return try clients.flatMap { try $0.answers(50).compactMap { $0["x-request-id"] } }
        }
        #expect(ids.count == 1000 && Set(ids).count == 1000)
    }

    @Test func `a refusal has a name too`() async throws {
        let answer = try await serving { server in
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\n\r\n")
            return try client.answer()
        }
        #expect(answer["x-request-id"]?.utf8.count == 13)
    }

    @Test(arguments: [("127.0.0.0/8", "192.0.2.1 true"), ("10.0.0.0/8", "127.0.0.1 false")])
    func `a forwarded address counts from trusted peers alone`(
        _ network: String, _ expected: String
    )
        async throws
    {
        let setting = TestServer.Setting(trusted: [try IPNetwork(parsing: network)])
        let texts = try await serving(setting, Self.idAndClient) { server in
            let client = try server.client()
            let fields = [
                "X-Forwarded-For: 203.0.113.9, 192.0.2.1\r\nX-Forwarded-Proto: https\r\n",
                "Forwarded: for=203.0.113.9, for=192.0.2.1;proto=https\r\n",
            ]
            return try fields.map { try client.get("/", "X-Request-Id: a\r\n" + $0).text }
        }
        #expect(texts == ["a \(expected)", "a \(expected)"])
    }
}
