/// A table of states with ten ways on each; every way leads to a lower state, and state 0 to itself.
struct DigitAutomaton: Sendable {
    private var targets: [UInt16] = Array(repeating: 0, count: 10)
    private var labels: [UInt8] = [0]

    var count: Int { labels.count }

    /// The bytes that the table takes in memory.
    var size: Int { targets.count * 2 + labels.count }

    /// Adds a state above the ones there are; refuses a way that does not lead down.
    mutating func append(label: UInt8, targets ways: InlineArray<10, UInt16>) throws(NumberingPlanError) {
        for digit in ways.indices {
            guard ways[digit] < count else { throw .state(count) }
            targets.append(ways[digit])
        }
        labels.append(label)
    }

    func next(_ state: Int, _ digit: Int) -> Int { Int(targets[state * 10 + digit]) }

    /// 0: not a number. n: a number of the country's n-th region.
    func label(_ state: Int) -> Int { Int(labels[state]) }
}
