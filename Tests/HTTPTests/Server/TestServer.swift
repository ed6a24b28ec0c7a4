import EventLoop
import Glibc
import HTTP
import Synchronization

typealias Handler = @Sendable (Request) async -> Response

/// A server on a free port of the loopback address, with loops of its own.
final class TestServer: Sendable {
    struct Setting: Sendable {
        var loops = 1
        var limits = ServerLimits()
        var trusted: [IPNetwork] = []
        var budget = ConnectionBudget(capacity: 1000)
        var tls: TLSCredentials?
    }

    let group: LoopGroup
    let http: HTTPServer
    let journal = Journal()
    let metrics = MetricsRegistry()

    init(_ setting: Setting = Setting(), port: UInt16 = 0, _ handler: @escaping Handler) throws {
        // As the program does: OpenSSL writes to sockets whose other end may be gone.
        signal(SIGPIPE, SIG_IGN)
        group = try LoopGroup(count: setting.loops)
        var options = HTTPServer.Options(budget: setting.budget)
        options.limits = setting.limits
        options.forwarding = Forwarding(trusted: setting.trusted)
        options.tls = setting.tls
        http = try HTTPServer(
            on: SocketAddress(IPAddress(ipv4: 0x7F00_0001), port: port), group: group,
            application: TestApplication(handler: handler, journal: journal), options: options,
            metrics: ServerMetrics(metrics, server: "test"),
            log: Log(level: .error, sink: RecordingLogSink()))
        try group.start()
    }

    func client() throws -> Client { try Client(http.address) }

    var openConnections: Int { metric("latchkey_http_connections") }
    var acceptPauses: Int { metric("latchkey_http_accept_pauses_total") }

    private func metric(_ name: String) -> Int {
        let lines = String(decoding: metrics.text(), as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix(name + "{") }
        return line.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? -1
    }

    func stop() {
        _ = http.drain(within: .zero)
        group.stop()
    }
}

/// Runs `body` against a server, on a thread that may block.
func serving<R: Sendable>(
    _ setting: TestServer.Setting = TestServer.Setting(), _ handler: @escaping Handler = echo,
    _ body: @escaping @Sendable (TestServer) throws -> R
) async throws -> R {
    try await onOwnThread {
        let server = try TestServer(setting, handler)
        defer { server.stop() }
        return try body(server)
    }
}

/// Runs `body` where blocking keeps nobody else waiting: Swift's shared threads are two on a small machine.
func onOwnThread<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
    var thread: SystemThread?
    let result: Result<R, any Error> = try await withCheckedThrowingContinuation { continuation in
        do {
            thread = try SystemThread(name: "test") { continuation.resume(returning: Result { try body() }) }
        } catch {
            continuation.resume(throwing: error)
        }
    }
    thread?.join()
    return try result.get()
}

struct TestApplication: Application {
    let handler: Handler
    let journal: Journal

    func respond(to request: Request) async -> Response {
        await handler(request)
    }

    func refuse(_ refusal: Refusal, id: String) -> Response {
        Response(Status(refusal.status), body: .bytes(Array("refused".utf8)))
    }

    func finished(_ exchange: borrowing Exchange) {
        journal.note(
            Journal.Entry(
                path: exchange.path, status: exchange.status, bytes: exchange.bytes,
                isAborted: exchange.isAborted))
    }
}

/// What the application was told of.
final class Journal: Sendable {
    struct Entry: Equatable, Sendable {
        let path: String?
        let status: Int
        let bytes: Int
        let isAborted: Bool
    }

    private let written = Mutex<[Entry]>([])

    var entries: [Entry] { written.withLock { $0 } }

    func note(_ entry: Entry) {
        written.withLock { $0.append(entry) }
    }
}

extension Response {
    static func text(_ text: String, _ status: Status = .ok) -> Response {
        Response(status, body: .bytes(Array(text.utf8)))
    }
}

/// Says what was asked. Below `/later` it does so after a while, during which others have their turn.
func echo(_ request: Request) async -> Response {
    if request.path.hasPrefix("/later") {
        try? await request.loop.sleep(for: .microseconds(200))
    }
    return .text("\(request.method) \(request.path) " + String(decoding: request.body, as: UTF8.self))
}
