import EventLoop
import Glibc

/// Runs the server until it is told to stop.
struct ServeCommand: Sendable {
    let terminal: Terminal
    /// Where systemd listens for word of the service.
    let notifySocket: String?

    static let command = Command(
        name: "serve", summary: "Run the server.",
        details: [
            "Runs until SIGTERM or SIGINT: then it takes no new connections, finishes what runs and ends. Without "
                + "any configuration it listens on 127.0.0.1:8080, keeps its data in data/latchkey.db and shows "
                + "messages at http://127.0.0.1:8080/dev/inbox."
        ],
        options: [.config]
    ) { invocation in
        invocation.withConfiguration { loaded in
            for warning in loaded.warnings { invocation.terminal.error("warning: \(warning)") }
            return ServeCommand(
                terminal: invocation.terminal,
                notifySocket: invocation.surroundings.environment["NOTIFY_SOCKET"]
            ).run(loaded.configuration)
        }
    }

    func run(_ configuration: Configuration) -> ExitCode {
        var signals = Signals()
        do throws(SystemError) {
            let sink = try LogWriter(
                descriptor: STDERR_FILENO,
                encoding: configuration.log.format.encoding(for: STDERR_FILENO)
            )
            defer { sink.stop() }
            let log = EventLoop.Log(level: configuration.log.level, sink: sink)
            do throws(StartError) {
                let server = try ServerProcess(configuration, log: log)
                server.run(&signals, ServiceManager(socketPath: notifySocket))
                return .ok
            } catch {
                sink.flush()
                terminal.error("latchkey: \(error.text)")
                return error.code
            }
        } catch {
            terminal.error("latchkey: the log cannot be started: \(error)")
            return .unavailable
        }
    }
}
