/// Durations as people write them: `90s`, `15m`, `1h30m`, `30d`.
enum DurationText {
    private static let units: [(sign: Character, seconds: Int64)] = [
        ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
    ]

    /// Nothing here lasts longer, and sums of it stay far from overflow.
    static let longest = Duration.seconds(3_650 * 86_400)

    /// Units from large to small, each at most once. `nil` for anything else, for zero and beyond ten years.
    static func parse(_ text: String) -> Duration? {
        var total: Int64 = 0
        var allowed = units[...]
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard digits.count <= 9, let count = Int64(digits),
                let unit = allowed.firstIndex(where: { $0.sign == character })
            else { return nil }
            total += count * units[unit].seconds
            allowed = units[(unit + 1)...]
            digits = ""
        }
        let duration = Duration.seconds(total)
        return digits.isEmpty && total > 0 && duration <= longest ? duration : nil
    }

    /// The shortest way to write it, whole seconds only: `1h30m`, never `90m`.
    static func format(_ duration: Duration) -> String {
        var rest = duration.components.seconds
        var text = ""
        for unit in units where rest >= unit.seconds {
            text += "\(rest / unit.seconds)\(unit.sign)"
            rest %= unit.seconds
        }
        return text.isEmpty ? "0s" : text
    }
}
