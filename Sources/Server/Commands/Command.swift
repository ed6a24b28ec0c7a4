/// One command of the program: what it is called, what it takes and what it does.
struct Command: Sendable {
    struct Option: Sendable {
        let name: String
        /// What follows it, `FILE`; absent for a flag.
        var value: String?
        let summary: String
    }

    struct Operands: Sendable {
        let placeholder: String
        let count: ClosedRange<Int>

        static let none = Operands(placeholder: "", count: 0...0)
    }

    /// One word or two: `serve`, `admin create`.
    let name: String
    /// One line of the list of commands.
    let summary: String
    /// Paragraphs of its own help.
    let details: [String]
    var options: [Option] = []
    var operands: Operands = .none
    let run: @Sendable (Invocation) -> ExitCode

    var words: [String] { name.split(separator: " ").map(String.init) }
}

extension Command.Option {
    static let config = Command.Option(
        name: "config", value: "FILE",
        summary: "Read FILE instead of \(Configuration.standardFile), which may be missing; FILE may not.")
    static let help = Command.Option(name: "help", summary: "Print this help.")
}

/// A command line that a command understood.
struct Invocation: Sendable {
    let table: CommandTable
    let terminal: Terminal
    let surroundings: Surroundings
    var values: [String: String] = [:]
    var flags: Set<String> = []
    var operands: [String] = []

    /// Says what is wrong with the command line.
    func usageError(_ text: String) -> ExitCode {
        table.usageError(text, command: nil, terminal)
    }
}
