import EventLoop
import Glibc
import HTTP

/// Serves what the real server has no route for yet, on the same core: `BenchServer PORT`.
@main
struct BenchServer {
    static func main() {
        guard let port = CommandLine.arguments.dropFirst().first.flatMap(UInt16.init) else {
            print("usage: BenchServer PORT")
            exit(64)
        }
        do throws(SystemError) {
            try serve(port)
        } catch {
            print("BenchServer: \(error)")
            exit(69)
        }
    }

    /// Until a signal ends the process.
    private static func serve(_ port: UInt16) throws(SystemError) {
        var limit = rlimit()
        unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)

        let loops = try LoopGroup(count: Processors.available)
        let sink = try LogWriter(
            descriptor: STDERR_FILENO, encoding: LogFormat.json.encoding(for: STDERR_FILENO))
        let server = try HTTPServer(
            on: SocketAddress(IPAddress(ipv4: 0x7F00_0001), port: port), group: loops,
            application: BenchApplication(),
            options: HTTPServer.Options(budget: ConnectionBudget(descriptors: Int(clamping: limit.rlim_cur))),
            metrics: ServerMetrics(MetricsRegistry(), server: "bench"), log: Log(level: .warning, sink: sink))
        try loops.start()
        print("serving on \(server.address)")
        while true { pause() }
    }
}
