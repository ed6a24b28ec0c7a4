import EventLoop
import Domain

extension Kind where Value == String {
    /// Anything printable on one line.
    static var text: Kind {
        .text("text", expected: "a text", parse: { isLine($0) ? $0 : nil }, write: { $0 })
    }

    static var filledText: Kind {
        .text(
            "text", expected: "a text that is not empty", parse: { isLine($0) && !$0.isEmpty ? $0 : nil },
            write: { $0 })
    }

    static var path: Kind {
        .text(
            "path", expected: "the path of a file or folder", parse: { isPath($0) ? $0 : nil }, write: { $0 })
    }

    /// A short name that can stand in a URL or a metric.
    static var label: Kind {
        .text(
            "name", expected: "a name of lower-case letters, digits and dashes such as \"main\"",
            parse: { text in
                let first = text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
                let rest = text.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                }
                return first && rest && text.utf8.count <= 32 ? text : nil
            }, write: { $0 })
    }

    /// The beginning of a phone number: `+49`.
    static var phonePrefix: Kind {
        .text(
            "prefix", expected: "the beginning of a phone number such as \"+49\"",
            parse: { text in
                let digits = text.utf8.dropFirst()
                let isRight =
                    text.hasPrefix("+") && (1...15).contains(digits.count) && digits.first != 0x30
                    && digits.allSatisfy { (0x30...0x39).contains($0) }
                return isRight ? text : nil
            }, write: { $0 })
    }

    static var language: Kind {
        .text(
            "language", expected: "a language such as \"en\" or \"pt-BR\"",
            parse: { text in
                let parts = text.split(separator: "-", omittingEmptySubsequences: false)
                let isRight =
                    (1...2).contains(parts.count) && (2...3).contains(parts[0].utf8.count)
                    && parts[0].utf8.allSatisfy { (0x61...0x7A).contains($0) }
                    && (parts.count == 1
                        || (parts[1].utf8.count == 2
                            && parts[1].utf8.allSatisfy { (0x41...0x5A).contains($0) }))
                return isRight ? text : nil
            }, write: { $0 })
    }

    static func isLine(_ text: String) -> Bool {
        text.utf8.count <= 4096
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }

    static func isPath(_ text: String) -> Bool {
        !text.isEmpty && isLine(text)
    }
}

extension Kind where Value == IPNetwork {
    /// A network in CIDR notation, or one address.
    static var network: Kind {
        .text(
            "network", expected: "a network such as \"10.0.0.0/8\" or \"fd00::/8\", or one address",
            parse: { try? IPNetwork(parsing: $0) }, write: { $0.description })
    }
}

extension Kind where Value == Bool {
    static var flag: Kind {
        Kind(
            "flag", shape: .bare, expected: "true or false",
            read: { if case .flag(let flag) = $0 { flag } else { nil } }, write: { .flag($0) })
    }
}

extension Kind where Value == Int {
    static func whole(_ range: ClosedRange<Int>) -> Kind {
        Kind(
            "\(range.lowerBound) to \(range.upperBound)", shape: .bare,
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            read: { if case .whole(let number) = $0, range.contains(number) { number } else { nil } },
            write: { .whole($0) })
    }

    static func oneOf(_ numbers: [Int]) -> Kind {
        Kind(
            Choice.phrase(numbers.map(String.init)), shape: .bare,
            expected: Choice.phrase(numbers.map(String.init)),
            read: { if case .whole(let number) = $0, numbers.contains(number) { number } else { nil } },
            write: { .whole($0) })
    }
}

extension Kind where Value == Double {
    static var share: Kind {
        Kind(
            "share", shape: .bare, expected: "a share from 0 to 1 such as 0.2",
            read: {
                switch $0 {
                case .whole(let number) where number == 0 || number == 1: Double(number)
                case .fraction(let number) where (0...1).contains(number): number
                default: nil
                }
            }, write: { .fraction($0) })
    }
}

extension Kind where Value == Duration {
    static var duration: Kind {
        .text(
            "duration", expected: "a duration such as \"15m\" or \"1h30m\"", parse: DurationText.parse,
            write: DurationText.format)
    }

    static func duration(from least: Duration, to most: Duration) -> Kind {
        let bounds = "a duration from \(DurationText.format(least)) to \(DurationText.format(most))"
        return duration.restricted(to: { (least...most).contains($0) }, expected: bounds)
    }
}

extension Kind where Value == Rate {
    static var rate: Kind {
        .text(
            "rate", expected: "a rate such as \"10/1h\"", parse: Rate.init(parsing:), write: \.description)
    }
}

extension Kind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    static var choice: Kind {
        let phrase = Choice.phrase(Value.allCases.map { "\"\($0.rawValue)\"" })
        return .text(
            phrase, expected: phrase,
            parse: Value.init(rawValue:), write: \.rawValue)
    }
}

enum Choice {
    /// `"open" or "closed"`, `4, 6 or 8`.
    static func phrase(_ choices: [String]) -> String {
        guard let last = choices.last, choices.count > 1 else { return choices.first ?? "" }
        return choices.dropLast().joined(separator: ", ") + " or " + last
    }
}
