import Domain
import Doubles
import Testing

@Suite struct GuessBucketTests {
    let budget = GuessBudget(size: 10, refillAfter: .days(30))
    let start = Timestamp(milliseconds: 1_800_000_000_000)

    func filled(_ count: Int, at now: Timestamp) throws -> GuessBucket {
        try (0..<count).reduce(GuessBucket.empty) { bucket, _ in
            try #require(bucket.charged(at: now, under: budget))
        }
    }

    @Test func `the eleventh guess has no room`() throws {
        let full = try filled(10, at: start)
        #expect(full.count == 10)
        #expect(full.charged(at: start, under: budget) == nil)
        #expect(!full.hasRoom(at: start, under: budget))
    }

    @Test(arguments: [
        (Duration.days(30) - .milliseconds(1), 10), (.days(30), 9), (.days(60), 8), (.days(299), 1),
        (.days(300), 0), (.days(3_000), 0),
    ])
    func `time gives back whole guesses`(_ later: Duration, _ left: Int) throws {
        #expect(try filled(10, at: start).refilled(at: start + later, under: budget).count == left)
    }

    @Test func `a year holds twenty-two guesses`() throws {
        var bucket = GuessBucket.empty
        var guesses = 0
        for hour in 0..<(365 * 24) {
            while guesses <= 22, let charged = bucket.charged(at: start + .hours(hour), under: budget) {
                bucket = charged
                guesses += 1
            }
        }
        #expect(guesses == 22)
    }

    @Test func `a clock that goes back gives nothing back`() throws {
        let full = try filled(10, at: start)
        #expect(full.refilled(at: start - .days(400), under: budget) == full)
        #expect(full.charged(at: start - .days(400), under: budget) == nil)
    }

    @Test func `a clock that jumps to and fro gives each guess back once`() throws {
        let ahead = try filled(10, at: start).refilled(at: start + .days(30), under: budget)
        #expect(ahead.count == 9)
        let back = ahead.refilled(at: start, under: budget)
        #expect(back.refilled(at: start + .days(30), under: budget).count == 9)
        let emptied = try #require(
            GuessBucket(count: 0, anchor: start + .days(9)).charged(at: start, under: budget))
        #expect(emptied.anchor == start + .days(9))
    }

    @Test func `a refund never goes below nothing`() throws {
        #expect(try filled(2, at: start).refunded(5).count == 0)
        #expect(GuessBucket(count: -3, anchor: start).count == 0)
    }

    @Test func `what was merged is as strict as either, for ever`() {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        for _ in 0..<2_000 {
            func random() -> GuessBucket {
                GuessBucket(
                    count: Int.random(in: 0...10, using: &generator),
                    anchor: start + .days(Int.random(in: -90...90, using: &generator)))
            }
            let (left, right) = (random(), random())
            let merged = left.merged(with: right)
            for day in stride(from: -100, through: 400, by: 7) {
                let now = start + .days(day)
                let count = merged.refilled(at: now, under: budget).count
                #expect(
                    count >= left.refilled(at: now, under: budget).count
                        && count >= right.refilled(at: now, under: budget).count, "seed \(generator.seed)")
            }
        }
    }

    @Test func `the wait ends when there is room`() throws {
        let full = try filled(10, at: start)
        let wait = full.wait(at: start + .days(12), under: budget)
        #expect(wait == .days(18))
        #expect(!full.hasRoom(at: start + .days(30) - .milliseconds(1), under: budget))
        #expect(full.hasRoom(at: start + .days(12) + wait, under: budget))
        #expect(try filled(9, at: start).wait(at: start, under: budget) == .zero)
    }

    /// The bound of the design: whoever guesses, whenever, with whatever refunds of flows that succeed, and
    /// however often the row is written and read again, a window holds the budget and what time gave back.
    @Test func `no window holds more unrefunded guesses than budget and refills`() {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        for _ in 0..<200 {
            var bucket = GuessBucket.empty
            var now = start
            var charges: [(at: Timestamp, flow: Int)] = []
            for _ in 0..<300 {
                switch Int.random(in: 0..<10, using: &generator) {
                case 0..<6:
                    guard let charged = bucket.charged(at: now, under: budget) else { continue }
                    bucket = charged
                    charges.append((now, Int.random(in: 0..<40, using: &generator)))
                case 6:
                    let flow = Int.random(in: 0..<40, using: &generator)
                    // Flows live for minutes: older charges cannot be refunded any more.
                    let own = charges.filter { $0.flow == flow && now.since($0.at) < .minutes(15) }
                    bucket = bucket.refunded(own.count)
                    charges.removeAll { $0.flow == flow && now.since($0.at) < .minutes(15) }
                case 7: now = now + .minutes(Int.random(in: 0...10, using: &generator))
                case 8: now = now + .days(Int.random(in: 0...40, using: &generator))
                default: bucket = GuessBucket(count: bucket.count, anchor: bucket.anchor)
                }
            }
            for (place, first) in charges.enumerated() {
                for last in place..<charges.count {
                    let window = charges[last].at.since(first.at)
                    let refills = Int(window.milliseconds / budget.refillAfter.milliseconds)
                    #expect(last - place + 1 <= budget.size + refills, "seed \(generator.seed)")
                }
            }
        }
    }
}
