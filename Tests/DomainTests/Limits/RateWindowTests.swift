import Domain
import Doubles
import Testing

@Suite struct RateWindowTests {
    let start = Timestamp(milliseconds: 1_800_000_000_000)

    @Test func `the fourth of three waits until the first is a minute old`() {
        let rate = Rate(3, per: .minutes(1))
        var window = RateWindow()
        for second in [0, 10, 20] {
            #expect(window.wait(at: start + .seconds(second), under: rate) == nil)
            window.record(at: start + .seconds(second), under: rate)
        }
        #expect(window.wait(at: start + .seconds(25), under: rate) == .seconds(35))
        #expect(window.wait(at: start + .seconds(60) - .milliseconds(1), under: rate) == .milliseconds(1))
        #expect(window.wait(at: start + .seconds(60), under: rate) == nil)
    }

    @Test func `a clock that goes back opens nothing`() {
        let rate = Rate(1, per: .seconds(10))
        var window = RateWindow()
        window.record(at: start, under: rate)
        #expect(window.wait(at: start - .days(1), under: rate) == .seconds(10))
    }

    @Test(arguments: [(3, 60_000), (30, 3_600_000), (200, 1_000), (3_000, 60_000)])
    func `no stretch of the period holds more than the rate`(_ count: Int, _ period: Int) {
        let rate = Rate(count, per: .milliseconds(period))
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        var window = RateWindow()
        var taken: [Timestamp] = []
        var now = start
        for _ in 0..<20_000 {
            now = now + .milliseconds(Int.random(in: 0...(3 * period / count), using: &generator) / 4)
            guard window.wait(at: now, under: rate) == nil else { continue }
            window.record(at: now, under: rate)
            taken.append(now)
        }
        #expect(taken.count > 2 * count, "seed \(generator.seed)")
        for place in taken.indices.dropFirst(count) {
            #expect(taken[place].since(taken[place - count]) >= rate.period, "seed \(generator.seed)")
        }
    }
}

@Suite struct LimitTableTests {
    let start = Timestamp(milliseconds: 1_800_000_000_000)

    @Test func `what one rule refuses spends nothing of the others`() throws {
        var table = LimitTable([
            .startPerContact: [Rate(1, per: .minutes(1))], .startPerNetwork: [Rate(2, per: .minutes(1))],
        ])
        let network = LimitSubject.network(CallerNetwork("192.0.2.0/24"))
        func ask(_ address: String) -> [(LimitRule, LimitSubject)] {
            [(.startPerContact, .address(address)), (.startPerNetwork, network)]
        }
        try table.take(ask("a"), at: start)
        for _ in 0..<5 {
            #expect(throws: LimitReached(rule: .startPerContact, wait: .minutes(1))) {
                try table.take(ask("a"), at: start)
            }
        }
        try table.take(ask("b"), at: start)
        #expect(throws: LimitReached(rule: .startPerNetwork, wait: .minutes(1))) {
            try table.take(ask("c"), at: start)
        }
    }

    @Test func `a list without rates is switched off`() throws {
        var table = LimitTable([.startPerContact: []])
        for _ in 0..<1_000 { try table.take([(.startPerContact, .address("a"))], at: start) }
    }

    @Test func `a flood of subjects stays within the table`() throws {
        var table = LimitTable([.startPerContact: [Rate(1, per: .minutes(1))]], capacity: 16)
        for number in 0..<1_000 {
            try table.take([(.startPerContact, .address("\(number)"))], at: start + .milliseconds(number))
        }
        #expect(throws: LimitReached.self) {
            try table.take([(.startPerContact, .address("999"))], at: start + .seconds(1))
        }
    }
}
