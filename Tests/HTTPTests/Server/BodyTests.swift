import HTTP
import Testing

@Suite(.timeLimit(.minutes(10)))
struct BodyTests {
    private static let limit = 64 * 1024

    private static func chunked(_ body: [UInt8], by size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: size) {
            let piece = body[start..<min(start + size, body.count)]
            bytes += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [0x0D, 0x0A]
        }
        return bytes + Array("0\r\n\r\n".utf8)
    }

    private static let chunkedHead = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    private static func head(length: Int, _ fields: String = "") -> String {
        "POST / HTTP/1.1\r\nHost: a\r\n\(fields)Content-Length: \(length)\r\n\r\n"
    }

    @Test(arguments: [1, 1000, 65_536], [true, false])
    func `a body of the limit arrives whole, and the next request after it`(
        _ piece: Int, _ isChunked: Bool
    )
        async throws
    {
        let body = (0..<Self.limit).map { UInt8(truncatingIfNeeded: $0 / 7 + 0x20) }
        let (received, next) = try await serving(
            TestServer.Setting(), { request in Response(.ok, body: .bytes(request.body)) },
            { server in
                let client = try server.client()
                let head = isChunked ? Self.chunkedHead : Self.head(length: body.count)
                let content = isChunked ? Self.chunked(body, by: max(piece, 16)) : body
                try client.send(head)
                // Bytes one by one only for the first few: each is a system call here and there.
                let single = piece == 1 ? 300 : 0
                for byte in content[..<single] { try client.send([byte]) }
                for start in stride(from: single, to: content.count, by: max(piece, 1000)) {
                    try client.send(Array(content[start..<min(start + max(piece, 1000), content.count)]))
                }
                return (try client.answer(), try client.get("/next"))
            })
        #expect(received.body == body)
        #expect(next.status == 200 && next.body.isEmpty)
    }

    @Test func `a length over the limit is refused before its body, with no invitation`() async throws {
        let (answer, end) = try await serving { server in
            let client = try server.client()
            try client.send(Self.head(length: Self.limit + 1, "Expect: 100-continue\r\n"))
            return (try client.answer(), try client.isClosed())
        }
        #expect(answer.status == 413 && answer["connection"] == "close" && end)
    }

    @Test(arguments: [true, false])
    func `a refusal can be read though the client goes on sending`(_ isChunked: Bool) async throws {
        let body = [UInt8](repeating: 0x78, count: 3 * 1024 * 1024)
        let (answer, end) = try await serving { server in
            let client = try server.client()
            try client.send(isChunked ? Self.chunkedHead : Self.head(length: body.count))
            try client.send(isChunked ? Self.chunked(body, by: 10_000) : body)
            client.finishSending()
            return (try client.answer(), try client.isClosed())
        }
        #expect(answer.status == 413 && answer.text == "refused" && end)
    }

    @Test func `what half-closes while it is refused gets no reset`() async throws {
        for _ in 0..<20 {
            let answer = try await serving { server in
                let client = try server.client()
                try client.send("GET / HTTP/1.1\r\n\r\n")
                try client.send([UInt8](repeating: 0x78, count: 1_000_000))
                client.finishSending()
                let answer = try client.answer()
                #expect(try client.isClosed())
                return answer
            }
            #expect(answer.status == 400)
        }
    }

    @Test func `chunks over the limit are refused`() async throws {
        let body = [UInt8](repeating: 0x78, count: Self.limit + 1)
        let statuses = try await serving { server in
            try [100, 65_536].map { size in
                let client = try server.client()
                try client.send(Self.chunkedHead)
                try client.send(Self.chunked(body, by: size))
                return try client.answer().status
            }
        }
        #expect(statuses == [413, 413])
    }

    @Test(arguments: [true, false])
    func `a client that waits is invited, once`(_ isChunked: Bool) async throws {
        let (invitation, answer) = try await serving { server in
            let client = try server.client()
            let framing = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: 5"
            try client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\(framing)\r\n\r\n")
            let invitation = try client.answer()
            try client.send(isChunked ? "5\r\nhello\r\n0\r\n\r\n" : "hello")
            return (invitation, try client.answer())
        }
        #expect(invitation.status == 100)
        #expect(answer.text == "POST / hello")
    }

    @Test(arguments: ["h", "hello"])
    func `a client whose body is coming already is not invited`(_ begun: String) async throws {
        let answer = try await serving { server in
            let client = try server.client()
            try client.send(Self.head(length: 5, "Expect: 100-continue\r\n") + begun)
            try client.send(String("hello".dropFirst(begun.count)))
            return try client.answer()
        }
        #expect(answer.text == "POST / hello")
    }

    @Test func `bodies that are held may not pass their sum, and count no longer once done`() async throws {
        var setting = TestServer.Setting()
        setting.limits.bodiesInAll = 100_000
        let almost = [UInt8](repeating: 0x78, count: 59_999)
        let (statuses, later) = try await serving(setting) { server in
            // Whichever of the two passes the sum is refused; the other has room again.
            let clients = [try server.client(), try server.client()]
            for client in clients { try client.send(Array(Self.head(length: 60_000).utf8) + almost) }
            while !clients.contains(where: { $0.hears(milliseconds: 10) }) {}
            for client in clients where !client.hears(milliseconds: 0) { try client.send("x") }
            let statuses = try clients.map { try $0.answer().status }
            let third = try server.client()
            try third.send(Array(Self.head(length: 60_000).utf8) + almost)
            let other = try server.client()
            _ = try other.get("/")
            try third.send("x")
            return (statuses, try third.answer().status)
        }
        #expect(statuses.sorted() == [200, 503] && later == 200)
    }
}
