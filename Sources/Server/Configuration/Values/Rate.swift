/// At most `count` of something within `period`: `10/1h`.
struct Rate: Hashable, Sendable, CustomStringConvertible {
    let count: Int
    let period: Duration

    init(count: Int, per period: Duration) {
        self.count = count
        self.period = period
    }

    /// `nil` unless the text is a count from 1 to a thousand million, a slash and a duration.
    init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let count = Int(parts[0]), (1...1_000_000_000).contains(count),
            let period = DurationText.parse(String(parts[1]))
        else { return nil }
        self.init(count: count, per: period)
    }

    var description: String {
        "\(count)/\(DurationText.format(period))"
    }
}
