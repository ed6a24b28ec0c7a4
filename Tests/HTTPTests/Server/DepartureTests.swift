import EventLoop
import HTTP
import Testing

/// A client that goes away while a handler works for it.
@Suite(.timeLimit(.minutes(10)))
struct DepartureTests {
    /// Waits until it is cancelled, and says so.
    private static func untilCancelled(_ cancelled: Bell, on loop: Loop) async -> Response {
        do throws(CancellationError) {
            try await loop.sleep(for: .seconds(60))
        } catch {
            cancelled.ring()
        }
        return .text("late")
    }

    @Test(arguments: ["", "GET /next HTTP/1.1\r\nHost: a\r\n\r\n", "POST /half"], [true, false])
    func `a handler whose client goes away is cancelled`(_ ahead: String, _ resets: Bool) async throws {
        let (begun, cancelled) = (try Bell(), try Bell())
        let heard = try await serving(
            TestServer.Setting(),
            { request in
                begun.ring()
                return await Self.untilCancelled(cancelled, on: request.loop)
            },
            { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n" + ahead)
                #expect(begun.heard())
                if resets { client.reset() } else { client.close() }
                let heard = cancelled.heard()
                // A reset is the end; a closing alone might be half of one, and is answered.
                #expect(eventually { server.openConnections == 0 })
                return heard
            })
        #expect(heard)
    }

    @Test func `a client that is gone before its handler begins is noticed`() async throws {
        let cancelled = try Bell()
        let heard = try await serving(
            TestServer.Setting(), { await Self.untilCancelled(cancelled, on: $0.loop) },
            { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                client.close()
                return cancelled.heard()
            })
        #expect(heard)
    }

    @Test func `a half-closed client whose handler goes on is answered`() async throws {
        let (begun, cancelled) = (try Bell(), try Bell())
        let (isCancelled, answer) = try await serving(
            TestServer.Setting(),
            { request in
                begun.ring()
                return await Self.untilCancelled(cancelled, on: request.loop)
            },
            { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(begun.heard())
                client.finishSending()
                return (cancelled.heard(), try client.answer())
            })
        #expect(isCancelled && answer.text == "late")
    }

    @Test func `a handler that ignores its cancelling harms nobody`() async throws {
        let door = Door()
        let (begun, ended) = (try Bell(), try Bell())
        let entries = try await serving(
            TestServer.Setting(),
            { request in
                guard request.path == "/slow" else { return await echo(request) }
                begun.ring()
                await door.pass()
                ended.ring()
                return .text("for nobody")
            },
            { server in
                let client = try server.client()
                try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(begun.heard())
                client.reset()
                #expect(eventually { server.openConnections == 0 })
                // Very likely the descriptor of the one that went.
                let next = try server.client()
                #expect(try next.get("/a").text == "GET /a ")
                door.open()
                #expect(ended.heard())
                #expect(try next.get("/b").text == "GET /b ")
                return server.journal.entries
            })
        #expect(entries.map(\.isAborted) == [true, false, false])
        #expect(entries.first == Journal.Entry(path: "/slow", status: 0, bytes: 0, isAborted: true))
    }
}
