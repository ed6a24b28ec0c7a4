extension Schema {
    /// The shipped `config/latchkey.json5`: every key with its default, what it does and an example.
    var file: String {
        var lines = Self.intro + ["{"]
        var open: ConfigPath?
        for entry in entries where !entry.path.isInsideItem {
            let parent = entry.path.parent
            let group = groups.first { $0.path == parent }
            if group?.path != open {
                if open != nil { lines.append("  },") }
                lines.append("")
                if let group {
                    lines += Self.comment(group.meaning, indent: 2)
                    lines.append("  \(group.path.name): {")
                }
                open = group?.path
            } else if group == nil {
                lines.append("")
            }
            lines += stanza(entry, indent: group == nil ? 2 : 4)
        }
        if open != nil { lines.append("  },") }
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    private static let intro =
        comment(
            "The configuration of Latchkey, in JSON5. What is left out has the value that stands here.",
            indent: 0)
        + comment(
            "Durations are \"30s\", \"15m\", \"1h30m\", \"7d\". Paths begin at the working directory. "
                + "LATCHKEY_EMAIL_URL overrides email.url, and so on; LATCHKEY_EMAIL_URL_FILE reads it from a file. "
                + "The command `latchkey check` tells what comes of it all.", indent: 0)

    private func stanza(_ entry: SchemaEntry, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let standard = entry.standard?.json5 ?? "null"
        var lines = Self.comment(entry.meaning, indent: indent)
        if let example = entry.example { lines += Self.comment("Example: \(example)", indent: indent) }
        if !entry.samples.isEmpty {
            lines += Self.comment("Items, for example:", indent: indent)
            lines += entry.samples.map { "\(margin)//   \($0.json5)," }
        }
        lines.append("\(margin)\(entry.isLeftOut ? "// " : "")\(entry.path.name): \(standard),")
        return lines
    }

    private static func comment(_ text: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent) + "// "
        return Paragraph.wrapped(text, width: 110 - margin.count).map { margin + $0 }
    }
}
