import EventLoop
import Foundation
import HTTP
import Testing

@Suite(.timeLimit(.minutes(10)))
struct TLSTests {
    private static let lastRequest = "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

    /// Runs `body` against a server with a certificate of its own.
    private static func servingTLS<R: Sendable>(
        _ limits: ServerLimits = ServerLimits(), _ handler: @escaping Handler = echo,
        _ body: @escaping @Sendable (TestServer, Certificate, TLSCredentials) throws -> R
    ) async throws -> R {
        try await onOwnThread {
            let files = try Certificate(name: "first")
            let credentials = try TLSCredentials(certificate: files.certificate, key: files.key)
            let server = try TestServer(TestServer.Setting(limits: limits, tls: credentials), handler)
            defer { server.stop() }
            return try body(server, files, credentials)
        }
    }

    @Test(arguments: [
        (["-tls1_2", "-alpn", "http/1.1"], "TLSv1.2"), (["-tls1_3", "-alpn", "h2,http/1.1"], "TLSv1.3"),
        (["-tls1_3"], "TLSv1.3"), (["-tls1_2"], "TLSv1.2"),
    ])
    func `both versions are spoken, and HTTP/1.1 is agreed on if asked`(
        _ options: [String], _ version: String
    )
        async throws
    {
        let text = try await Self.servingTLS(
            ServerLimits(), { .text("secure: \($0.client.isSecure)") },
            { server, _, _ in
                try OpenSSLTool.client(server.http.address, options, request: Data(Self.lastRequest.utf8))
                    .text()
            })
        #expect(text.contains("New, \(version), Cipher is"))
        #expect(text.contains("secure: true"))
        let isAgreed = text.contains("ALPN protocol: http/1.1")
        #expect(isAgreed == options.contains("-alpn"))
    }

    @Test(arguments: [
        (["-tls1_3", "-alpn", "h2"], "no application protocol"),
        (["-tls1_2", "-alpn", "h2"], "no application protocol"),
        (["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"], "protocol version"),
        (["-tls1_2", "-cipher", "AES128-SHA@SECLEVEL=0"], "handshake failure"),
    ])
    func `what is not offered is refused`(_ options: [String], _ alert: String) async throws {
        let (text, next) = try await Self.servingTLS { server, _, _ in
            let request = Data(Self.lastRequest.utf8)
            let text = try OpenSSLTool.client(server.http.address, options, request: request).text()
            return (text, try OpenSSLTool.client(server.http.address, request: request).text())
        }
        #expect(text.contains("alert \(alert)") && !text.contains("HTTP/1.1 200"))
        #expect(next.contains("HTTP/1.1 200"))
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `large bodies pass both ways`(_ version: String) async throws {
        let body = String(repeating: "0123456789abcdef", count: 4096)
        let big = [UInt8](repeating: UInt8(ascii: "y"), count: 1024 * 1024)
        let received = try await Self.servingTLS(
            ServerLimits(),
            { request in
                if request.path == "/big" { return Response(.ok, body: .bytes(big)) }
                if request.path == "/stream" {
                    return Response(
                        .ok,
                        body: .stream { writer in
                            for start in stride(from: 0, to: big.count, by: 100_000) {
                                try await writer.write(Array(big[start..<min(start + 100_000, big.count)]))
                            }
                        })
                }
                return await echo(request)
            },
            { server, _, _ in
                let request =
                    "POST /up HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                    + "GET /stream HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "GET /big HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                let client = try OpenSSLTool.client(
                    server.http.address, [version, "-quiet"], request: Data(request.utf8))
                return client.rest()
            })
        #expect(received.range(of: Data("POST /up \(body)HTTP/1.1 200".utf8)) != nil)
        #expect(received.suffix(big.count) == Data(big))
        // 100,000 bytes a chunk, and what is left.
        #expect(received.range(of: Data("186a0\r\n".utf8) + big[..<100_000] + Data("\r\n".utf8)) != nil)
        #expect(received.count > 2 * big.count + body.utf8.count)
    }

    @Test func `a new certificate serves new connections, the old connection goes on`() async throws {
        let (goesOn, subjects) = try await Self.servingTLS { server, files, credentials in
            let old = try OpenSSLTool.client(server.http.address)
            try old.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n")
            var goesOn = [old.reads("CN = first"), old.reads("GET /one ")]
            try files.renew(name: "second")
            try credentials.reload()
            try old.send("GET /two HTTP/1.1\r\nHost: a\r\n\r\n")
            goesOn.append(old.reads("GET /two "))
            let request = Data(Self.lastRequest.utf8)
            var texts = [try OpenSSLTool.client(server.http.address, request: request).text()]
            // What cannot be used changes nothing.
            try files.spoil()
            var isRefused = false
            do throws(TLSError) { try credentials.reload() } catch { isRefused = true }
            goesOn.append(isRefused)
            texts.append(try OpenSSLTool.client(server.http.address, request: request).text())
            return (goesOn, texts)
        }
        #expect(goesOn == [true, true, true, true])
        #expect(subjects.allSatisfy { $0.contains("CN = second") && $0.contains("GET /x ") })
    }

    @Test func `a key that belongs to another certificate is refused`() async throws {
        try await onOwnThread {
            let (one, other) = (try Certificate(name: "one"), try Certificate(name: "other"))
            #expect(throws: TLSError.self) {
                try TLSCredentials(certificate: one.certificate, key: other.key)
            }
            #expect(throws: TLSError.self) {
                try TLSCredentials(certificate: one.certificate + ".gone", key: one.key)
            }
        }
    }

    @Test func `what is no TLS is closed, and others are served`() async throws {
        let (plain, text) = try await Self.servingTLS { server, _, _ in
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            // An alert, perhaps, and the end; no answer.
            let plain = String(decoding: (try? client.rest()) ?? [], as: UTF8.self)
            let request = Data(Self.lastRequest.utf8)
            return (plain, try OpenSSLTool.client(server.http.address, request: request).text())
        }
        #expect(!plain.contains("HTTP/1.1"))
        #expect(text.contains("GET /x "))
    }

    @Test(arguments: [[], [0x16, 0x03, 0x01, 0x02, 0x00, 0x01]] as [[UInt8]])
    func `half a handshake is closed when a head would be`(_ begun: [UInt8]) async throws {
        var limits = ServerLimits()
        limits.headWithin = .milliseconds(100)
        let isClosed = try await Self.servingTLS(limits) { server, _, _ in
            let client = try server.client()
            try client.send(begun)
            return try client.isClosed()
        }
        #expect(isClosed)
    }

    @Test func `a client that vanishes in the middle of its answer harms nobody`() async throws {
        let big = [UInt8](repeating: UInt8(ascii: "y"), count: 1024 * 1024)
        let text = try await Self.servingTLS(
            ServerLimits(),
            { $0.path == "/big" ? Response(.ok, body: .bytes(big)) : await echo($0) },
            { server, _, _ in
                for _ in 0..<3 {
                    let client = try OpenSSLTool.client(server.http.address, ["-quiet"])
                    try client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
                    _ = client.reads("yyyy")
                }
                #expect(eventually { server.openConnections == 0 })
                let request = Data(Self.lastRequest.utf8)
                return try OpenSSLTool.client(server.http.address, request: request).text()
            })
        #expect(text.contains("GET /x "))
    }
}
