enum HelpCommand {
    static let command = Command(
        name: "help", summary: "Explain a command.",
        details: ["Without COMMAND it lists all commands. `latchkey COMMAND --help` says the same."],
        operands: Command.Operands(placeholder: "[COMMAND]", count: 0...2)
    ) { invocation in
        let table = invocation.table
        guard !invocation.operands.isEmpty else {
            invocation.terminal.out(table.overview)
            return .ok
        }
        guard let command = table.command(named: invocation.operands),
            command.words.count == invocation.operands.count
        else { return invocation.usageError(table.unknown(invocation.operands)) }
        invocation.terminal.out(table.help(for: command))
        return .ok
    }
}
