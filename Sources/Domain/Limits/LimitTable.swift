/// The counters of all limits, as a value. It holds at most `capacity` subjects; those that count for nothing
/// any more go first, and when all count the ones that were asked for longest ago.
public struct LimitTable: Sendable {
    private struct Key: Hashable {
        let rule: LimitRule
        let subject: LimitSubject
    }

    private struct Entry {
        var windows: [RateWindow]
        var touched: Timestamp
    }

    private let rates: [LimitRule: [Rate]]
    private let capacity: Int
    private var entries: [Key: Entry] = [:]

    public init(_ rates: [LimitRule: [Rate]], capacity: Int = 100_000) {
        precondition(capacity > 0, "a table holds something")
        self.rates = rates
        self.capacity = capacity
    }

    public static let standard: [LimitRule: [Rate]] = [
        .startPerContactAndNetwork: [Rate(3, per: .minutes(1)), Rate(10, per: .hours(1))],
        .startPerContact: [Rate(30, per: .hours(1))],
        .startPerNetwork: [Rate(60, per: .minutes(1))],
        .pairingPerNetwork: [Rate(30, per: .minutes(1))],
        .claimPerSession: [Rate(10, per: .hours(1))],
        .requestPerAddress: [Rate(200, per: .seconds(1)), Rate(3_000, per: .minutes(1))],
    ]

    /// Counts one for every rule, or for none: what is refused by one rule spends nothing of the others.
    /// Fails with the rule that makes the caller wait longest.
    public mutating func take(
        _ asked: [(LimitRule, LimitSubject)], at now: Timestamp
    ) throws(LimitReached) {
        var reached: LimitReached?
        for (rule, subject) in asked {
            let windows = entries[Key(rule: rule, subject: subject)]?.windows
            for (place, rate) in (rates[rule] ?? []).enumerated() {
                guard let wait = windows?[place].wait(at: now, under: rate) else { continue }
                if wait > reached?.wait ?? .zero { reached = LimitReached(rule: rule, wait: wait) }
            }
        }
        if let reached { throw reached }
        for (rule, subject) in asked { record(rule, subject, at: now) }
    }

    private mutating func record(_ rule: LimitRule, _ subject: LimitSubject, at now: Timestamp) {
        let rates = rates[rule] ?? []
        guard !rates.isEmpty else { return }
        let key = Key(rule: rule, subject: subject)
        if entries[key] == nil {
            if entries.count >= capacity { makeRoom(at: now) }
            entries[key] = Entry(windows: rates.map { _ in RateWindow() }, touched: now)
        }
        for (place, rate) in rates.enumerated() {
            entries[key]?.windows[place].record(at: now, under: rate)
        }
        entries[key]?.touched = now
    }

    /// Frees an eighth at least, so that a flood of subjects does not sweep at every one.
    private mutating func makeRoom(at now: Timestamp) {
        entries = entries.filter { key, entry in
            zip(entry.windows, rates[key.rule] ?? []).contains { !$0.isIdle(at: now, under: $1) }
        }
        let aim = capacity - max(1, capacity / 8)
        guard entries.count > aim else { return }
        let oldest = entries.sorted { $0.value.touched < $1.value.touched }.prefix(entries.count - aim)
        for (key, _) in oldest { entries[key] = nil }
    }
}
