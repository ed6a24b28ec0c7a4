/// Where a numbering table is damaged.
public enum NumberingPlanError: Error, Hashable {
    /// A line of the countries, counted from 1.
    case country(line: Int)
    /// The base64 of the states.
    case encoding
    /// A state, counted from 1: it is cut short, or leads upwards.
    case state(Int)
}

extension NumberingPlan {
    /// Reads the table that `scripts/numbering/write.py` writes.
    ///
    /// `countries` has a line for each calling code: the code, the trunk prefix or `-`, the first state, the
    /// regions in the order in which they claim numbers. `states` is base64 of one record for each state from
    /// 1 on: 16 bits, the upper six a label and the lower ten a mark for each digit that leads elsewhere than
    /// the digit before it (for 0: elsewhere than state 0); then 16 bits of target for each mark.
    init(version: String, countries: String, states: String) throws(NumberingPlanError) {
        let automaton = try NumberingPlan.automaton(NumberingPlan.bytes(base64: states))
        var read: [Country] = []
        for (place, line) in countries.split(separator: "\n").enumerated() {
            guard let country = Country(line: line), country.start < automaton.count else {
                throw .country(line: place + 1)
            }
            read.append(country)
        }
        self.init(version: version, countries: read, automaton: automaton)
    }

    private static func automaton(_ bytes: [UInt8]) throws(NumberingPlanError) -> DigitAutomaton {
        guard bytes.count.isMultiple(of: 2) else { throw .encoding }
        var automaton = DigitAutomaton()
        var position = 0
        while position < bytes.count {
            let head = UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
            position += 2
            var ways = InlineArray<10, UInt16>(repeating: 0)
            var target: UInt16 = 0
            for digit in 0..<10 {
                if head >> (9 - digit) & 1 == 1 {
                    guard position < bytes.count else { throw .state(automaton.count) }
                    target = UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1])
                    position += 2
                }
                ways[digit] = target
            }
            try automaton.append(label: UInt8(head >> 10), targets: ways)
        }
        return automaton
    }

    /// RFC 4648, 4, with line breaks between.
    private static func bytes(base64 text: String) throws(NumberingPlanError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var held: UInt32 = 0
        var bits = 0
        for character in text.utf8 where character != UInt8(ascii: "\n") && character != UInt8(ascii: "=") {
            guard let value = sextet(character) else { throw .encoding }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        return bytes
    }

    private static func sextet(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) - 48 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

extension NumberingPlan.Country {
    fileprivate init?(line: Substring) {
        let fields = line.split(separator: " ")
        guard fields.count == 4, let code = Int(fields[0]), (1...999).contains(code),
            let start = Int(fields[2]), start >= 0
        else { return nil }
        var trunk: [Int] = []
        if fields[1] != "-" {
            for character in fields[1] {
                guard let digit = character.wholeNumberValue, digit < 10 else { return nil }
                trunk.append(digit)
            }
        }
        let letters = Array(fields[3])
        guard letters.count.isMultiple(of: 2) else { return nil }
        let regions = stride(from: 0, to: letters.count, by: 2).map { String(letters[$0..<$0 + 2]) }
        self.init(code: code, trunk: trunk, start: start, regions: regions)
    }
}
