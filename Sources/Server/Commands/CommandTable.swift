/// All commands, and the way from the words of a command line to one of them.
struct CommandTable: Sendable {
    let commands: [Command]

    static let standard = CommandTable(commands: [
        ServeCommand.command, CheckCommand.command, VersionCommand.command, HelpCommand.command,
    ])

    /// Runs the command that `arguments`, without the program's own name, ask for.
    func run(_ arguments: [String], _ terminal: Terminal, _ surroundings: Surroundings) -> ExitCode {
        guard let first = arguments.first else {
            terminal.error(overview)
            return .usage
        }
        if ["--help", "-h"].contains(first) {
            terminal.out(overview)
            return .ok
        }
        // The way of most programs, so it is tried first.
        if first == "--version" { return run(["version"] + arguments.dropFirst(), terminal, surroundings) }
        guard !first.hasPrefix("-") else {
            return usageError(
                "\(quoted(first)) stands before the command; options follow it", command: nil, terminal)
        }
        guard let command = command(named: arguments) else {
            return usageError(unknown(arguments), command: nil, terminal)
        }
        let rest = Array(arguments.dropFirst(command.words.count))
        if rest.prefix(while: { $0 != "--" }).contains(where: { ["--help", "-h"].contains($0) }) {
            terminal.out(help(for: command))
            return .ok
        }
        do {
            var invocation = Invocation(table: self, terminal: terminal, surroundings: surroundings)
            try OptionParser(command: command).parse(rest, into: &invocation)
            return command.run(invocation)
        } catch {
            return usageError(error.text, command: command, terminal)
        }
    }

    /// The command whose words begin `words`; one of two words before one of one.
    func command(named words: [String]) -> Command? {
        commands.sorted { $0.words.count > $1.words.count }.first { words.starts(with: $0.words) }
    }

    /// What to say about words that name no command.
    func unknown(_ words: [String]) -> String {
        let first = words.first ?? ""
        let siblings = commands.filter { $0.words.count > 1 && $0.words.first == first }.map(\.name)
        if !siblings.isEmpty {
            return "\(quoted(first)) needs a second word: "
                + siblings.map { "\"\($0)\"" }.joined(separator: ", ")
        }
        let typed = words.prefix(2).joined(separator: " ")
        let names = commands.map(\.name)
        let nearest = Nearest.to(first, in: names) ?? Nearest.to(typed, in: names.filter { $0.contains(" ") })
        return "unknown command \(quoted(first))" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
    }

    func usageError(_ text: String, command: Command?, _ terminal: Terminal) -> ExitCode {
        terminal.error("latchkey: \(text)")
        terminal.error("Run `latchkey help\(command.map { " " + $0.name } ?? "")` for help.")
        return .usage
    }

    private func quoted(_ text: String) -> String { ConfigValue.text(text).json5 }
}
