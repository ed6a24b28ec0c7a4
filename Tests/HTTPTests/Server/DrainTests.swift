import EventLoop
import Glibc
import HTTP
import Testing

@Suite(.timeLimit(.minutes(10)))
struct DrainTests {
    /// Drains on another thread; the result comes with `end`.
    private final class Draining: Sendable {
        private let thread: SystemThread
        private let result = Shared<Bool?>(nil)

        init(_ server: TestServer, within patience: Duration) throws {
            let result = result
            thread = try SystemThread(name: "drain") { result.value = server.http.drain(within: patience) }
        }

        func end() -> Bool? {
            thread.join()
            return result.value
        }
    }

    @Test func `idle connections close at once, and nothing listens any more`() async throws {
        let (isComplete, ends, refused) = try await serving(TestServer.Setting(loops: 2)) { server in
            let clients = try (0..<4).map { _ in try server.client() }
            for client in clients[..<2] { _ = try client.get("/") }
            let begun = SystemClock().now()
            let isComplete = server.http.drain(within: .seconds(10))
            #expect(SystemClock().now() - begun < .seconds(5))
            let ends = try clients.map { try $0.isClosed() }
            var refused = false
            do throws(ClientError) {
                _ = try Client(server.http.address)
            } catch {
                refused = error == .system("connect", ECONNREFUSED)
            }
            return (isComplete, ends, refused)
        }
        #expect(isComplete && ends.allSatisfy { $0 } && refused)
    }

    @Test func `what runs is finished, said to be the last, and what is half sent is waited for`()
        async throws
    {
        let door = Door()
        let begun = try Bell()
        let (isComplete, first, second) = try await serving(
            TestServer.Setting(),
            { request in
                guard request.path == "/slow" else { return await echo(request) }
                begun.ring()
                await door.pass()
                return .text("done")
            },
            { server in
                let (client, sending, idle) = (
                    try server.client(), try server.client(), try server.client()
                )
                try sending.send("GET /half HTTP/1.1\r\n")
                try client.send(
                    "GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /dropped HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(begun.heard())
                _ = try server.client().get("/")
                let draining = try Draining(server, within: .seconds(20))
                // The drain has begun when the idle one is closed.
                #expect(try idle.isClosed())
                door.open()
                try sending.send("Host: a\r\n\r\n")
                let answers = (try client.answer(), try sending.answer())
                #expect(try client.isClosed())
                #expect(try sending.isClosed())
                client.close()
                sending.close()
                return (draining.end(), answers.0, answers.1)
            })
        #expect(isComplete == true)
        #expect(first.text == "done" && first["connection"] == "close")
        #expect(second.text == "GET /half " && second["connection"] == "close")
    }

    @Test func `a request that is there but was not read yet is answered`() async throws {
        let (blocked, begun) = (try Semaphore(), try Bell())
        let texts = try await serving { server in
            let kept = try server.client()
            _ = try kept.get("/")
            server.group.loops[0].execute {
                begun.ring()
                blocked.wait()
            }
            #expect(begun.heard())
            let fresh = try server.client()
            for client in [kept, fresh] { try client.send("GET /there HTTP/1.1\r\nHost: a\r\n\r\n") }
            let draining = try Draining(server, within: .seconds(20))
            blocked.signal()
            let texts = try [kept, fresh].map { try $0.answer().text }
            for client in [kept, fresh] { client.close() }
            #expect(draining.end() == true)
            return texts
        }
        #expect(texts == ["GET /there ", "GET /there "])
    }

    @Test func `streams are cancelled, also those that begin while the server drains`() async throws {
        let door = Door()
        let begun = try Bell()
        let (isComplete, tails) = try await serving(
            TestServer.Setting(),
            { request in
                begun.ring()
                if request.path == "/later" { await door.pass() }
                return Response(
                    .ok,
                    body: .stream { writer in
                        try await writer.write(Array("x".utf8))
                        try await request.loop.sleep(for: .seconds(60))
                    })
            },
            { server in
                let clients = [try server.client(), try server.client()]
                try clients[0].send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n")
                try clients[1].send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(begun.heard())
                #expect(begun.heard())
                let draining = try Draining(server, within: .seconds(20))
                let first = try clients[0].rest()
                door.open()
                let tails = [first, try clients[1].rest()].map { String(decoding: $0, as: UTF8.self) }
                for client in clients { client.close() }
                return (draining.end(), tails)
            })
        #expect(isComplete == true)
        #expect(tails.allSatisfy { $0.hasSuffix("1\r\nx\r\n") })
    }

    @Test func `what is left at the end of the patience is closed, and that is said`() async throws {
        let (begun, cancelled) = (try Bell(), try Bell())
        let (isComplete, end, heard) = try await serving(
            TestServer.Setting(),
            { request in
                begun.ring()
                try? await request.loop.sleep(for: .seconds(60))
                cancelled.ring()
                return .text("late")
            },
            { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(begun.heard())
                let isComplete = server.http.drain(within: .milliseconds(50))
                return (isComplete, try client.isClosed(), cancelled.heard())
            })
        #expect(!isComplete && end && heard)
    }

    @Test func `a port in use is refused, and free again after a drain`() async throws {
        try await serving { server in
            let port = server.http.address.port
            var code: Int32?
            do {
                _ = try TestServer(port: port, echo)
            } catch let error as SystemError {
                code = error.code
            }
            #expect(code == EADDRINUSE)
            _ = server.http.drain(within: .seconds(5))
            let next = try TestServer(port: port, echo)
            defer { next.stop() }
            #expect(try next.client().get("/").status == 200)
        }
    }
}
