import Synchronization

/// How often a value fell into each of some fixed ranges. Safe from any thread, without a lock.
public final class Histogram: Sendable {
    /// Bounds for the time that an answer takes, in seconds.
    public static let latencyBounds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    let bounds: [Double]
    /// One for each bound, and one for what lies above the last. Not cumulative: a value touches one cell.
    private let cells: [Counter]
    private let sumBits = Atomic<UInt64>(0)

    init(bounds: [Double]) {
        precondition(
            bounds.allSatisfy(\.isFinite) && zip(bounds, bounds.dropFirst()).allSatisfy(<),
            "the bounds of a histogram are finite and grow; the last range, to infinity, is there anyway")
        self.bounds = bounds
        cells = (0...bounds.count).map { _ in Counter() }
    }

    /// Counts `value` in the first range whose bound is not below it. What is not a number is left out: it
    /// would make the sum useless for ever.
    public func observe(_ value: Double) {
        guard !value.isNaN else { return }
        cells[bounds.firstIndex { value <= $0 } ?? bounds.count].increment()
        var old = sumBits.load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: old) + value).bitPattern
            let (exchanged, found) = sumBits.weakCompareExchange(
                expected: old, desired: new, ordering: .relaxed)
            if exchanged { return }
            old = found
        }
    }

    /// Counts a duration in seconds.
    public func observe(_ duration: Duration) {
        observe(nanoseconds: duration.clampedNanoseconds)
    }

    /// Counts a duration that is in nanoseconds already, in seconds.
    public func observe(nanoseconds: UInt64) {
        observe(Double(nanoseconds) / 1e9)
    }

    /// How many values lie at or below each bound; the last number counts all.
    var cumulativeCounts: [UInt64] {
        var total: UInt64 = 0
        return cells.map { cell in
            total &+= cell.value
            return total
        }
    }

    public var count: UInt64 { cells.reduce(0) { $0 &+ $1.value } }
    public var sum: Double { Double(bitPattern: sumBits.load(ordering: .relaxed)) }
}
