extension Schema {
    /// `docs/configuration.md`.
    var reference: String {
        var text = """
            # Configuration

            Latchkey reads `\(Configuration.standardFile)`, or the file that `--config` names. The file is JSON5. What \
            is left out has its default, so an empty file is a good one. Values are checked at start: every problem \
            is shown at once, with its line, and `latchkey check` does nothing else.

            - **Environment.** Every key has a variable that overrides it: `LATCHKEY_`, then its path in capitals \
            with `_` for dots. Numbers and flags are written as in the file, texts without quotes, lists as JSON5 or \
            separated by commas, objects as JSON5. An unknown `LATCHKEY_…` variable stops the start.
            - **Files.** `…_FILE` behind such a name reads the value from that file, without the line end. The \
            variable and its `_FILE` together are refused.
            - **Durations** are `30s`, `15m`, `1h30m`, `7d`. **Rates** are a count and a duration: `10/1h`. \
            **Paths** begin at the working directory.

            This page is printed by `latchkey check --reference`, the file with its comments by \
            `latchkey check --print-defaults`.

            ## Keys

            | Key | Variable | Kind | Default | What it does |
            |---|---|---|---|---|

            """
        for entry in entries where !entry.path.isInsideItem {
            text += row(entry, columns: ["`\(entry.path.environmentName)`"])
        }
        for list in entries where !list.samples.isEmpty {
            text += """

                ## Items of `\(list.path)`

                \(list.meaning) Each item is an object:

                | Key | Kind | Default | What it does |
                |---|---|---|---|

                """
            for entry in entries where entry.path.isInside(list.path) {
                text += row(entry, columns: [])
            }
            text += "\nFor example:\n\n```json5\n"
            text += list.samples.map { $0.json5 + ",\n" }.joined()
            text += "```\n"
        }
        return text
    }

    private func row(_ entry: SchemaEntry, columns: [String]) -> String {
        let name = entry.path.isInsideItem ? entry.path.name : entry.path.description
        let standard = entry.standard.map { "`\($0.json5)`" } ?? "must be set"
        let example = entry.example.map { " Example: `\($0)`" } ?? ""
        let cells = ["`\(name)`"] + columns + [entry.kind, standard, entry.meaning + example]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }
}
