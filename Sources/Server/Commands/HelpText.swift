extension CommandTable {
    /// Help fits the narrowest terminal in use.
    static let width = 80

    /// All commands.
    var overview: String {
        var lines = [
            "Latchkey signs people in with a short code or by QR code, without passwords.", "",
            "Usage: latchkey COMMAND [OPTIONS]", "", "Commands:",
        ]
        lines += Self.columns(commands.map { ($0.name, $0.summary) })
        lines += ["", "Run `latchkey help COMMAND` for its options.", ""]
        lines += Self.exitCodes
        return lines.joined(separator: "\n")
    }

    func help(for command: Command) -> String {
        let usage = ["Usage: latchkey", command.name, command.operands.placeholder, "[OPTIONS]"]
        var lines = Paragraph.wrapped(command.summary, width: Self.width)
        lines += ["", usage.filter { !$0.isEmpty }.joined(separator: " ")]
        for paragraph in command.details { lines += [""] + Paragraph.wrapped(paragraph, width: Self.width) }
        lines += ["", "Options:"]
        lines += Self.columns(
            (command.options + [.help]).map { option in
                ("--\(option.name)" + (option.value.map { " \($0)" } ?? ""), option.summary)
            })
        lines += [""] + Self.exitCodes
        return lines.joined(separator: "\n")
    }

    private static var exitCodes: [String] {
        ["Exit codes:"] + columns(ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
    }

    /// Two columns; what does not fit continues below the second.
    private static func columns(_ rows: [(String, String)]) -> [String] {
        let left = (rows.map(\.0.count).max() ?? 0) + 4
        return rows.flatMap { name, text in
            Paragraph.wrapped(text, width: width - left).enumerated().map { number, line in
                let start = number == 0 ? "  " + name : ""
                return start + String(repeating: " ", count: left - start.count) + line
            }
        }
    }
}
