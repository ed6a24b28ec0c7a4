import EventLoop
import Glibc

/// Runs the server until it is told to stop.
struct ServeCommand: Sendable {
    let invocation: Invocation

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
            return ServeCommand(invocation: invocation).run(loaded.configuration)
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
            let threshold = LogThreshold(configuration.log.level)
            let log = EventLoop.Log(threshold: threshold, sink: sink)
            do throws(StartError) {
                let server = try ServerProcess(configuration, log: log)
                let manager = ServiceManager(socketPath: invocation.surroundings.environment["NOTIFY_SOCKET"])
                server.run(&signals, manager) { reread(threshold, log) }
                return .ok
            } catch {
                sink.flush()
                invocation.terminal.error("latchkey: \(error.text)")
                return error.code
            }
        } catch {
            invocation.terminal.error("latchkey: the log cannot be started: \(error)")
            return .unavailable
        }
    }
    /// Takes from the configuration what can change while the server runs. One that is wrong changes nothing.
    private func reread(_ threshold: LogThreshold, _ log: EventLoop.Log) {
        do {
            let loaded = try Configuration.load(
                file: invocation.values["config"], in: invocation.surroundings)
            threshold.change(to: loaded.configuration.log.level)
            log.info("the configuration was read again; what needs a restart waits for one")
        } catch {
            log.error("the configuration is wrong and nothing of it was taken", .field("reason", error.text))
        }
    }
}
