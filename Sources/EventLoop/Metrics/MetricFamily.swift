/// The metrics of one name, which differ in the values of their labels.
struct MetricFamily {
    enum Kind: String {
        case counter, gauge, histogram
    }

    /// What a metric's numbers are read from at a scrape.
    enum Source {
        case counter(Counter)
        case sharded(ShardedCounter)
        case gauge(Gauge)
        case histogram(Histogram)
        case callback(@Sendable () -> Double?)
    }

    struct Metric {
        let labels: MetricLabels
        let source: Source
    }

    let name: String
    let help: String
    let kind: Kind
    var metrics: [Metric] = []

    init(name: String, help: String, kind: Kind) {
        precondition(Self.isName(name), "\(name) cannot name a metric")
        self.name = name
        self.help = help
        self.kind = kind
    }

    /// The names that stand in front of this family's samples.
    var sampleNames: [String] {
        switch kind {
        case .counter, .gauge: [name]
        case .histogram: [name, "\(name)_bucket", "\(name)_sum", "\(name)_count"]
        }
    }

    /// `[a-zA-Z_:][a-zA-Z0-9_:]*`
    private static func isName(_ name: String) -> Bool {
        name.utf8.isIdentifier { $0.isLetterOrUnderscore || $0 == UInt8(ascii: ":") }
    }
}

/// The labels of one metric, in the order in which they were given.
struct MetricLabels: Equatable {
    struct Label: Equatable {
        let name: String
        let value: String
    }

    let labels: [Label]

    init(_ pairs: [(String, String)]) {
        labels = pairs.map(Label.init)
        for label in labels {
            precondition(Self.isName(label.name), "\(label.name) cannot name a label")
        }
        precondition(Set(names).count == names.count, "a label stands twice")
    }

    var names: [String] { labels.map(\.name) }

    /// `[a-zA-Z_][a-zA-Z0-9_]*`, two underscores in front being Prometheus' own, and `le` the histograms'.
    private static func isName(_ name: String) -> Bool {
        name.utf8.isIdentifier(\.isLetterOrUnderscore) && !name.utf8.starts(with: "__".utf8) && name != "le"
    }
}

extension String.UTF8View {
    /// Whether a character that may stand in front stands there, and others behind it are such or digits.
    fileprivate func isIdentifier(_ mayLead: (UInt8) -> Bool) -> Bool {
        guard let first, mayLead(first) else { return false }
        return dropFirst().allSatisfy { mayLead($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension UInt8 {
    fileprivate var isLetterOrUnderscore: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
    }
}
