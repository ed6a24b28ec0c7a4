import Testing

@testable import EventLoop

@Suite struct TimerQueueTests {
    /// The queue in the plainest form.
    private struct Model {
        var timers: [(id: TimerID, due: MonotonicTime, number: Int)] = []

        var nextDue: MonotonicTime? { timers.map(\.due).min() }

        /// Forgets the timer with this number; false if there is none.
        mutating func remove(_ number: Int) -> MonotonicTime? {
            guard let index = timers.firstIndex(where: { $0.number == number }) else { return nil }
            return timers.remove(at: index).due
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `random adding, cancelling and firing agrees with a list`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var queue = TimerQueue()
        var model = Model()
        var gone: [TimerID] = []
        var now: UInt64 = 1000
        var fired: [Int] = []
        for number in 0..<4000 {
            switch UInt.random(in: 0..<10, using: &random) {
            case 0..<5:
                // Few different moments, so that many are equal, and some already past.
                let due = MonotonicTime(nanoseconds: now - 10 + UInt64.random(in: 0..<60, using: &random))
                let id = queue.add(at: due) { fired.append(number) }
                model.timers.append((id, due, number))
            case 5, 6:
                guard let timer = model.timers.randomElement(using: &random) else { continue }
                queue.cancel(timer.id)
                _ = model.remove(timer.number)
                gone.append(timer.id)
            case 7:
                // One that is gone takes no other with it, though its slot is used again.
                if let id = gone.randomElement(using: &random) { queue.cancel(id) }
            default:
                now += UInt64.random(in: 0..<8, using: &random)
                while let action = queue.popDue(by: MonotonicTime(nanoseconds: now)) {
                    let earliest = model.nextDue
                    action()
                    let due = fired.last.flatMap { model.remove($0) }
                    #expect(due == earliest && due != nil, "seed \(seed)")
                }
                #expect(model.nextDue.map { $0.nanoseconds > now } ?? true, "seed \(seed)")
            }
            #expect(queue.count == model.timers.count, "seed \(seed)")
            #expect(queue.nextDue == model.nextDue, "seed \(seed)")
        }
        #expect(Set(fired).count == fired.count && fired.count > 500)
    }

    @Test func `a timer that fired or was cancelled holds on to nothing`() {
        final class Witness {}
        var queue = TimerQueue()
        weak var cancelled: Witness?
        weak var fired: Witness?
        do {
            let (first, second) = (Witness(), Witness())
            (cancelled, fired) = (first, second)
            let id = queue.add(at: MonotonicTime(nanoseconds: 1)) { withExtendedLifetime(first) {} }
            _ = queue.add(at: MonotonicTime(nanoseconds: 1)) { withExtendedLifetime(second) {} }
            queue.cancel(id)
            queue.popDue(by: MonotonicTime(nanoseconds: 1))?()
        }
        #expect(cancelled == nil && fired == nil)
        #expect(queue.count == 0 && queue.nextDue == nil)
    }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
