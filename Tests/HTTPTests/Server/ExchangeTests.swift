import EventLoop
import HTTP
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ExchangeTests {
    @Test func `a connection is kept for the next request`() async throws {
        let answers = try await serving { server in
            let client = try server.client()
            return try (0..<3).map { number in try client.get("/\(number)") }
        }
        #expect(answers.map(\.text) == ["GET /0 ", "GET /1 ", "GET /2 "])
        #expect(answers.allSatisfy { $0.status == 200 && $0["connection"] == nil && $0["date"] != nil })
    }

    @Test(arguments: [1, 2])
    func `pipelined requests are answered in order, each on its own connection`(_ loops: Int) async throws {
        let paths = (0..<100).map { $0 % 3 == 1 ? "/later/\($0)" : "/now/\($0)" }
        let texts = try await serving(TestServer.Setting(loops: loops)) { server in
            let clients = try (0..<8).map { _ in try server.client() }
            for (number, client) in clients.enumerated() {
                try client.send(
                    paths.map { "GET \($0)/\(number) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
            }
            return try clients.map { try $0.answers(paths.count).map(\.text) }
        }
        for number in 0..<8 {
            #expect(texts[number] == paths.map { "GET \($0)/\(number) " })
        }
    }

    @Test func `how a request is cut changes nothing`() async throws {
        let request = Array(
            "POST /a?b HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /next HTTP/1.1\r\nHost: a\r\n\r\n"
                .utf8)
        let texts = try await serving { server in
            let client = try server.client()
            // The second half goes out when the server has surely seen the first: another client was answered.
            let other = try server.client()
            var texts: [[String]] = []
            for cut in 1..<request.count {
                try client.send(Array(request[..<cut]))
                _ = try other.get("/")
                try client.send(Array(request[cut...]))
                texts.append(try client.answers(2).map(\.text))
            }
            for byte in request { try client.send([byte]) }
            texts.append(try client.answers(2).map(\.text))
            return texts
        }
        #expect(texts.count == request.count)
        #expect(texts.allSatisfy { $0 == ["POST /a hello", "GET /next "] })
    }

    @Test func `HEAD has the fields of GET and no content`() async throws {
        let (head, next) = try await serving { server in
            let client = try server.client()
            try client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n")
            return (try client.answer(toHead: true), try client.get("/y"))
        }
        #expect(head["content-length"] == "8")
        #expect(next.text == "GET /y ")
    }

    @Test func `HEAD of a stream names no length, writes nothing and keeps the connection`() async throws {
        let (head, next) = try await serving(
            TestServer.Setting(),
            { request in
                request.path == "/stream" ? Response(.ok, body: .stream { _ in }) : await echo(request)
            },
            { server in
                let client = try server.client()
                try client.send("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n")
                return (try client.answer(toHead: true), try client.get("/y"))
            })
        #expect(head["content-length"] == nil)
        #expect(next.text == "GET /y ")
    }

    @Test func `answers without content have no length`() async throws {
        let answers = try await serving(
            TestServer.Setting(), { request in Response(request.path == "/a" ? Status(204) : Status(304)) },
            { server in
                let client = try server.client()
                return [try client.get("/a"), try client.get("/b")]
            })
        #expect(answers.map(\.status) == [204, 304])
        #expect(answers.allSatisfy { $0["content-length"] == nil && $0["transfer-encoding"] == nil })
    }

    @Test func `HTTP/1.0 closes unless asked to stay`() async throws {
        let (stays, closes, end) = try await serving { server in
            let client = try server.client()
            try client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            let stays = try client.answer()
            try client.send("GET /b HTTP/1.0\r\n\r\n")
            return (stays, try client.answer(), try client.isClosed())
        }
        #expect(stays.text == "GET /a " && stays["connection"] == "keep-alive")
        #expect(closes.text == "GET /b " && closes["connection"] == "close")
        #expect(end)
    }

    @Test func `Connection: close is said back and done`() async throws {
        let (answer, end) = try await serving { server in
            let client = try server.client()
            return (try client.get("/", "Connection: close\r\n"), try client.isClosed())
        }
        #expect(answer["connection"] == "close" && end)
    }

    @Test(arguments: ["/now", "/later"])
    func `a client that half-closes still gets every answer`(_ path: String) async throws {
        let texts = try await serving { server in
            let client = try server.client()
            try client.send((0..<3).map { "GET \(path)/\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
            client.finishSending()
            let texts = try client.answers(3).map(\.text)
            #expect(try client.isClosed())
            return texts
        }
        #expect(texts == (0..<3).map { "GET \(path)/\($0) " })
    }

    @Test func `one connection that never pauses does not keep the others waiting`() async throws {
        let request = Array(String(repeating: "GET /now HTTP/1.1\r\nHost: a\r\n\r\n", count: 500).utf8)
        let text = try await serving { server in
            let (busy, other) = (try server.client(), try server.client())
            let isOver = Shared(false)
            let sent = Shared(0)
            let descriptor = busy.descriptor
            let sender = try SystemThread(name: "sender") {
                while !isOver.value {
                    guard sendAll(descriptor, request) else { return }
                    sent.increment()
                }
                shutdownSending(descriptor)
            }
            let reader = try SystemThread(name: "reader") { discardAll(descriptor) }
            defer {
                isOver.value = true
                sender.join()
                reader.join()
            }
            #expect(eventually { sent.value >= 5 })
            return try (0..<3).map { try other.get("/\($0)").text }
        }
        #expect(text == (0..<3).map { "GET /\($0) " })
    }

    @Test func `requests are told of once, with what became of them`() async throws {
        let entries = try await serving { server in
            let client = try server.client()
            _ = try client.get("/a")
            try client.send("GET / HTTP/1.1\r\n\r\n")
            #expect(try client.answer().status == 400)
            return server.journal.entries
        }
        #expect(
            entries == [
                Journal.Entry(path: "/a", status: 200, bytes: 7, isAborted: false),
                Journal.Entry(path: nil, status: 400, bytes: 7, isAborted: false),
            ])
    }
}
