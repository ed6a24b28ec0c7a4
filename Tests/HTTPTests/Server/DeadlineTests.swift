import EventLoop
import HTTP
import Testing

@Suite(.timeLimit(.minutes(10)))
struct DeadlineTests {
    private static func setting(_ change: (inout ServerLimits) -> Void) -> TestServer.Setting {
        var setting = TestServer.Setting()
        change(&setting.limits)
        return setting
    }

    @Test func `a head that does not end is answered 408`() async throws {
        let (answer, end) = try await serving(Self.setting { $0.headWithin = .milliseconds(100) }) { server in
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\nHost")
            return (try client.answer(), try client.isClosed())
        }
        #expect(answer.status == 408 && answer["connection"] == "close" && end)
    }

    @Test func `dripping a head does not wind up its clock`() async throws {
        let limit = Duration.milliseconds(300)
        let (status, duration) = try await serving(Self.setting { $0.headWithin = limit }) { server in
            let client = try server.client()
            let begun = SystemClock().now()
            try client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ")
            while !client.hears(milliseconds: 20) { try client.send("a") }
            return (try client.answer().status, SystemClock().now() - begun)
        }
        #expect(status == 408)
        #expect(duration >= limit && duration < .seconds(5))
    }

    @Test func `the clock of a head starts with its first byte, not with the connection`() async throws {
        let setting = Self.setting {
            $0.headWithin = .milliseconds(100)
            $0.idle = .seconds(30)
        }
        let answer = try await serving(setting) { server in
            let client = try server.client()
            // Longer than a head may take, and nothing comes.
            #expect(!client.hears(milliseconds: 250))
            return try client.get("/")
        }
        #expect(answer.status == 200)
    }

    @Test(arguments: ["Content-Length: 5\r\n\r\nhell", "Transfer-Encoding: chunked\r\n\r\n5\r\nhell"])
    func `a body that does not end is answered 408`(_ begun: String) async throws {
        let setting = Self.setting { $0.bodyWithin = .milliseconds(200) }
        let (status, duration) = try await serving(setting) { server in
            let client = try server.client()
            let begunAt = SystemClock().now()
            try client.send("POST / HTTP/1.1\r\nHost: a\r\n" + begun)
            return (try client.answer().status, SystemClock().now() - begunAt)
        }
        #expect(status == 408)
        #expect(duration >= .milliseconds(200))
    }

    @Test func `dripping a body does not wind up its clock`() async throws {
        let status = try await serving(Self.setting { $0.bodyWithin = .milliseconds(200) }) { server in
            let client = try server.client()
            try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n")
            while !client.hears(milliseconds: 20) { try client.send("a") }
            return try client.answer().status
        }
        #expect(status == 408)
    }

    @Test func `an idle connection is closed without a word`() async throws {
        let (before, after) = try await serving(Self.setting { $0.idle = .milliseconds(100) }) { server in
            let (fresh, used) = (try server.client(), try server.client())
            _ = try used.get("/")
            return (try fresh.isClosed(), try used.isClosed())
        }
        #expect(before && after)
    }

    @Test func `a client that takes nothing of its answer is closed`() async throws {
        let setting = Self.setting { $0.stalledWrite = .milliseconds(150) }
        let body = [UInt8](repeating: 0x78, count: 16 * 1024 * 1024)
        let isAborted = try await serving(
            setting, { _ in Response(.ok, body: .bytes(body)) },
            { server in
                let client = try Client(server.http.address, receiveBuffer: 4096)
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                // The gauge tells when the server has let go.
                #expect(eventually { server.openConnections == 0 })
                let received = try? client.rest().count
                return received.map { $0 < body.count } ?? true
            })
        #expect(isAborted)
    }

    @Test func `a slow reader is not idle, and its connection serves on`() async throws {
        let setting = Self.setting {
            $0.idle = .seconds(1)
            $0.stalledWrite = .seconds(20)
        }
        let body = [UInt8](repeating: 0x78, count: 8 * 1024 * 1024)
        let next = try await serving(
            setting,
            { request in request.path == "/big" ? Response(.ok, body: .bytes(body)) : await echo(request) },
            { server in
                let client = try Client(server.http.address, receiveBuffer: 64 * 1024)
                let idler = try server.client()
                try client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
                // Somebody idle is closed in the meantime: the time of idling is over.
                #expect(try idler.isClosed())
                #expect(try client.head().status == 200)
                try client.skip(body.count)
                return try client.get("/next").text
            })
        #expect(next == "GET /next ")
    }

    @Test func `a closing connection lingers, but not for ever`() async throws {
        let setting = Self.setting { $0.linger = .milliseconds(150) }
        let duration = try await serving(setting) { server in
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            let begun = SystemClock().now()
            _ = try client.answer()
            #expect(try client.isClosed())
            #expect(eventually { server.openConnections == 0 })
            return SystemClock().now() - begun
        }
        #expect(duration >= .milliseconds(140) && duration < .seconds(5))
    }
}
