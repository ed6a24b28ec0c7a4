enum CheckCommand {
    static let command = Command(
        name: "check", summary: "Check the configuration and say what the server would do.",
        details: [
            "Reads the configuration as `serve` does. Problems are printed all at once, each with its line, and the "
                + "exit code is 78. Otherwise it says in plain words what the server would do, and what is doubtful."
        ],
        options: [
            .config,
            Command.Option(
                name: "print-defaults", summary: "Print a configuration file with every key and its default."),
            Command.Option(name: "reference", summary: "Print the table of all keys as Markdown."),
        ]
    ) { invocation in
        switch (invocation.flags.contains("print-defaults"), invocation.flags.contains("reference")) {
        case (true, true):
            return invocation.usageError("--print-defaults and --reference do not go together")
        case (true, false):
            invocation.terminal.out(trimmed(Schema().file))
            return .ok
        case (false, true):
            invocation.terminal.out(trimmed(Schema().reference))
            return .ok
        case (false, false):
            return invocation.withConfiguration { loaded in
                for line in CheckReport(loaded: loaded).lines { invocation.terminal.out(line) }
                return .ok
            }
        }
    }

    /// Without the last line end: the terminal writes one.
    private static func trimmed(_ text: String) -> String {
        text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
