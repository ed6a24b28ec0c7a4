import EventLoop
import Glibc
import HTTP
import Testing

@Suite(.timeLimit(.minutes(10)))
struct StreamTests {
    private static func stream(
        _ produce: @escaping @Sendable (ResponseWriter) async throws -> Void
    )
        -> Response
    {
        Response(.ok, body: .stream(produce))
    }

    @Test func `a stream goes out in chunks, and the next request is served`() async throws {
        let (answer, next) = try await serving(
            TestServer.Setting(),
            { request in
                guard request.path == "/stream" else { return await echo(request) }
                return Self.stream { writer in
                    try await writer.write(Array("one ".utf8))
                    try await writer.write([])
                    try await request.loop.sleep(for: .milliseconds(1))
                    try await writer.write(Array("two".utf8))
                }
            },
            { server in
                let client = try server.client()
                return (try client.get("/stream"), try client.get("/next"))
            })
        #expect(answer.text == "one two" && answer["transfer-encoding"] == "chunked")
        #expect(answer["content-length"] == nil)
        #expect(next.text == "GET /next ")
    }

    @Test func `HTTP/1.0 gets a stream without chunks, ended by closing`() async throws {
        let answer = try await serving(
            TestServer.Setting(), { _ in Self.stream { try await $0.write(Array("one".utf8)) } },
            { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                return try client.answer()
            })
        #expect(answer.text == "one")
        #expect(answer["transfer-encoding"] == nil && answer["connection"] == "close")
    }

    @Test func `a stream is written no faster than it is read`() async throws {
        let piece = [UInt8](repeating: 0x78, count: 64 * 1024)
        let pieces = 800
        let written = Shared(0)
        let total = piece.count * pieces
        let (ahead, isWhole) = try await serving(
            TestServer.Setting(),
            { request in
                guard request.path == "/stream" else { return await echo(request) }
                return Self.stream { writer in
                    for _ in 0..<pieces {
                        try await writer.write(piece)
                        written.increment()
                    }
                }
            },
            { server in
                let client = try Client(server.http.address, receiveBuffer: 64 * 1024)
                try client.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n")
                let other = try server.client()
                // Once another request passes and nothing was written since, the writer waits.
                var before = -1
                while before != written.value || before == 0 {
                    before = written.value
                    for _ in 0..<20 { #expect(try other.get("/").status == 200) }
                }
                #expect(try client.head().status == 200)
                // The sizes of the chunks come on top of it.
                try client.skip(total)
                client.finishSending()
                return (before * piece.count, try client.rest().suffix(5) == Array("0\r\n\r\n".utf8))
            })
        #expect(ahead < total / 2)
        #expect(isWhole)
    }

    @Test func `two writers of one stream both go on when the client reads`() async throws {
        let piece = [UInt8](repeating: 0x78, count: 100_000)
        let count = try await serving(
            TestServer.Setting(),
            { _ in
                Self.stream { writer in
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<2 {
                            group.addTask { for _ in 0..<50 { try await writer.write(piece) } }
                        }
                        try await group.waitForAll()
                    }
                }
            },
            { server in try server.client().get("/").body.count })
        #expect(count == 100 * piece.count)
    }

    @Test(arguments: [true, false])
    func `a writer learns that its client is gone`(_ resets: Bool) async throws {
        let gone = try Bell()
        let cancelled = try Bell()
        let (heard, wasCancelled) = try await serving(
            TestServer.Setting(),
            { request in
                Self.stream { writer in
                    await withTaskCancellationHandler {
                        do throws(ClientGone) {
                            while true {
                                try await writer.write([UInt8](repeating: 0x78, count: 10_000))
                                await request.loop.turn()
                            }
                        } catch {
                            gone.ring()
                        }
                    } onCancel: {
                        cancelled.ring()
                    }
                }
            },
            { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                try client.skip(100_000)
                if resets { client.reset() } else { client.close() }
                return (gone.heard(), cancelled.heard())
            })
        #expect(heard && wasCancelled)
    }

    @Test func `a stream that fails ends without its last chunk, behind the answers before it`() async throws
    {
        struct Failure: Error {}
        let (texts, tail) = try await serving(
            TestServer.Setting(),
            { request in
                guard request.path.hasPrefix("/fail") else { return await echo(request) }
                return Self.stream { writer in
                    if request.path == "/fail/later" {
                        try await request.loop.sleep(for: .milliseconds(1))
                    }
                    try await writer.write(Array("part".utf8))
                    throw Failure()
                }
            },
            { server in
                var texts: [String] = []
                var tails: [String] = []
                for path in ["/fail/now", "/fail/later"] {
                    let client = try server.client()
                    try client.send(
                        ["/a", path, "/never"].map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
                    texts.append(try client.answer().text)
                    let rest = String(decoding: try client.rest(), as: UTF8.self)
                    tails.append(rest.components(after: "\r\n\r\n"))
                }
                return (texts, tails)
            })
        #expect(texts == ["GET /a ", "GET /a "])
        #expect(tail == ["4\r\npart\r\n", "4\r\npart\r\n"])
    }

    @Test func `a writer that was kept cannot write into the next answer`() async throws {
        let kept = Shared<ResponseWriter?>(nil)
        let (stream, next) = try await serving(
            TestServer.Setting(),
            { request in
                if request.path == "/stream" { return Self.stream { kept.value = $0 } }
                if request.path == "/again" {
                    return Self.stream { writer in
                        try await writer.write(Array("new".utf8))
                        try? await kept.value?.write(Array("old".utf8))
                    }
                }
                do throws(ClientGone) {
                    try await kept.value?.write(Array("old".utf8))
                    return .text("written")
                } catch {
                    return .text("refused")
                }
            },
            { server in
                let client = try server.client()
                return (
                    try client.get("/stream").text,
                    try [client.get("/next"), client.get("/again"), server.client().get("/other")].map(\.text)
                )
            })
        #expect(stream == "")
        #expect(next == ["refused", "new", "refused"])
    }

    @Test func `a writer that waits when its stream ends learns of it`() async throws {
        let refused = try Bell()
        let began = Door()
        let heard = try await serving(
            TestServer.Setting(),
            { request in
                Self.stream { writer in
                    let loop = request.loop
                    Task(executorPreference: loop) {
                        do throws(ClientGone) {
                            began.open()
                            try await writer.write([UInt8](repeating: 0x78, count: 16 * 1024 * 1024))
                        } catch {
                            refused.ring()
                        }
                    }
                    await began.pass()
                }
            },
            { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try client.head()
                return refused.heard()
            })
        #expect(heard)
    }

    @Test func `a handler that writes to another client's stream sends it nothing of its own client's`()
        async throws
    {
        let kept = Shared<ResponseWriter?>(nil)
        let opened = try Bell()
        let over = Door()
        let (stream, own) = try await serving(
            TestServer.Setting(),
            { request in
                switch request.path {
                case "/stream":
                    return Self.stream { writer in
                        kept.value = writer
                        opened.ring()
                        await over.pass()
                    }
                case "/tell":
                    try? await kept.value?.write(Array("told".utf8))
                    return .text("done")
                default: return .text("private")
                }
            },
            { server in
                let (listener, teller) = (try server.client(), try server.client())
                try listener.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(opened.heard())
                try teller.send(
                    ["/private", "/tell", "/private"].map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
                )
                let own = try teller.answers(3).map(\.text)
                over.open()
                return (try listener.answer().text, own)
            })
        #expect(stream == "told")
        #expect(own == ["private", "done", "private"])
    }
}

extension String {
    fileprivate func components(after separator: String) -> String {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) { return String(rest.dropFirst(separator.count)) }
            rest = rest.dropFirst()
        }
        return ""
    }
}

extension Loop {
    /// Lets the others on the loop have their turn. (A writer whose client reads fast enough never waits.)
    fileprivate func turn() async {
        await withCheckedContinuation { continuation in execute { continuation.resume() } }
    }
}
