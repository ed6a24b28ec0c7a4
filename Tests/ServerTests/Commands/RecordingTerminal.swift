import Synchronization

@testable import Server

/// Keeps what a command wrote.
final class RecordingTerminal: Sendable {
    private let written = Mutex<(out: [String], error: [String])>(([], []))

    var terminal: Terminal {
        Terminal(
            out: { text in self.written.withLock { $0.out.append(text) } },
            error: { text in self.written.withLock { $0.error.append(text) } })
    }

    var out: String { written.withLock { $0.out.joined(separator: "\n") } }
    var error: String { written.withLock { $0.error.joined(separator: "\n") } }
}

/// Runs the program as a shell would.
func latchkey(
    _ arguments: String..., in scenario: Scenario = Scenario(), table: CommandTable = .standard
) -> (code: ExitCode, out: String, error: String) {
    let recording = RecordingTerminal()
    let code = table.run(arguments, recording.terminal, scenario.surroundings)
    return (code, recording.out, recording.error)
}
