import Synchronization

/// All metrics of the process: made at start, handed to whoever counts, written out at each scrape.
///
/// Names and labels are fixed when a metric is registered, by the program and never by input: one that
/// Prometheus would refuse, or that contradicts an earlier one, stops the process. Registering the same metric
/// again gives back the one that is there.
public final class MetricsRegistry: Sendable {
    private let families = Mutex<[MetricFamily]>([])

    public init() {}

    public func counter(_ name: String, help: String, labels: [(String, String)] = []) -> Counter {
        let source = register(name, help, .counter, labels) { .counter(Counter()) }
        guard case .counter(let counter) = source else { preconditionFailure("\(name) counts otherwise") }
        return counter
    }

    /// A counter of which each of `shards` threads has a part of its own.
    public func shardedCounter(
        _ name: String, help: String, labels: [(String, String)] = [], shards: Int
    ) -> ShardedCounter {
        let source = register(name, help, .counter, labels) { .sharded(ShardedCounter(shards: shards)) }
        guard case .sharded(let counter) = source else { preconditionFailure("\(name) counts otherwise") }
        return counter
    }

    public func gauge(_ name: String, help: String, labels: [(String, String)] = []) -> Gauge {
        let source = register(name, help, .gauge, labels) { .gauge(Gauge()) }
        guard case .gauge(let gauge) = source else { preconditionFailure("\(name) is read from a callback") }
        return gauge
    }

    /// - Parameter bounds: the upper bounds of the ranges, each inclusive, growing.
    public func histogram(
        _ name: String, help: String, labels: [(String, String)] = [],
        bounds: [Double] = Histogram.latencyBounds
    ) -> Histogram {
        let source = register(name, help, .histogram, labels) { .histogram(Histogram(bounds: bounds)) }
        guard case .histogram(let histogram) = source, histogram.bounds == bounds else {
            preconditionFailure("\(name) has other bounds")
        }
        return histogram
    }

    /// A gauge that is read at each scrape, on the thread that scrapes; left out while it is nil.
    public func gauge(
        _ name: String, help: String, labels: [(String, String)] = [],
        value: @escaping @Sendable () -> Double?
    ) {
        registerNew(name, help, .gauge, labels, value)
    }

    /// A counter that somebody else keeps, read at each scrape like a gauge.
    public func counter(
        _ name: String, help: String, labels: [(String, String)] = [],
        value: @escaping @Sendable () -> Double?
    ) {
        registerNew(name, help, .counter, labels, value)
    }

    /// The metrics in the order of their registration; what is counted meanwhile may be in or not.
    var snapshot: [MetricFamily] { families.withLock { $0 } }

    private func registerNew(
        _ name: String, _ help: String, _ kind: MetricFamily.Kind, _ labels: [(String, String)],
        _ value: @escaping @Sendable () -> Double?
    ) {
        var isNew = false
        _ = register(name, help, kind, labels) {
            isNew = true
            return .callback(value)
        }
        precondition(isNew, "\(name) is registered already")
    }

    private func register(
        _ name: String, _ help: String, _ kind: MetricFamily.Kind, _ labels: [(String, String)],
        _ make: () -> MetricFamily.Source
    ) -> MetricFamily.Source {
        let labels = MetricLabels(labels)
        return families.withLock { families in
            let index = Self.family(MetricFamily(name: name, help: help, kind: kind), in: &families)
            if let metric = families[index].metrics.first(where: { $0.labels == labels }) {
                return metric.source
            }
            precondition(
                families[index].metrics.allSatisfy { $0.labels.names == labels.names },
                "\(name) has other labels")
            let source = make()
            families[index].metrics.append(MetricFamily.Metric(labels: labels, source: source))
            return source
        }
    }

    /// Where the family stands, which is entered if it is new.
    private static func family(_ family: MetricFamily, in families: inout [MetricFamily]) -> Int {
        if let index = families.firstIndex(where: { $0.name == family.name }) {
            precondition(
                families[index].kind == family.kind && families[index].help == family.help,
                "\(family.name) is registered as something else")
            return index
        }
        let taken = Set(families.flatMap(\.sampleNames))
        precondition(
            taken.isDisjoint(with: family.sampleNames), "\(family.name) gives samples another's name")
        families.append(family)
        return families.count - 1
    }
}
