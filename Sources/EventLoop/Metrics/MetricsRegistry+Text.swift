extension MetricsRegistry {
    /// What `/metrics` answers as its content type.
    public static let textContentType = "text/plain; version=0.0.4; charset=utf-8"

    /// All metrics in the Prometheus text format 0.0.4, UTF-8. Calls the callbacks.
    public func text() -> [UInt8] {
        var bytes: [UInt8] = []
        for family in snapshot { family.append(to: &bytes) }
        return bytes
    }
}

extension MetricFamily {
    fileprivate func append(to bytes: inout [UInt8]) {
        bytes.append(ascii: "# HELP ")
        bytes.append(contentsOf: name.utf8)
        bytes.append(ascii: " ")
        bytes.append(metricText: help, escapesQuotes: false)
        bytes.append(ascii: "\n# TYPE ")
        bytes.append(contentsOf: name.utf8)
        bytes.append(ascii: " ")
        bytes.append(contentsOf: kind.rawValue.utf8)
        bytes.append(ascii: "\n")
        for metric in metrics { append(metric, to: &bytes) }
    }

    private func append(_ metric: Metric, to bytes: inout [UInt8]) {
        let labels = metric.labels.labels
        switch metric.source {
        case .counter(let counter): bytes.append(sample: name, labels, String(counter.value))
        case .sharded(let counter): bytes.append(sample: name, labels, String(counter.value))
        case .gauge(let gauge): bytes.append(sample: name, labels, String(gauge.value))
        case .callback(let read):
            if let value = read() { bytes.append(sample: name, labels, value.metricText) }
        case .histogram(let histogram):
            let counts = histogram.cumulativeCounts
            for (bound, count) in zip(histogram.bounds + [.infinity], counts) {
                let bucket = MetricLabels.Label(name: "le", value: bound.metricText)
                bytes.append(sample: "\(name)_bucket", labels + [bucket], String(count))
            }
            bytes.append(sample: "\(name)_sum", labels, histogram.sum.metricText)
            // The same number as in the last bucket, whatever is counted meanwhile.
            bytes.append(sample: "\(name)_count", labels, String(counts.last ?? 0))
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(sample name: String, _ labels: [MetricLabels.Label], _ value: String) {
        append(contentsOf: name.utf8)
        for (index, label) in labels.enumerated() {
            append(ascii: index == 0 ? "{" : ",")
            append(contentsOf: label.name.utf8)
            append(ascii: "=\"")
            append(metricText: label.value, escapesQuotes: true)
            append(ascii: "\"")
        }
        append(ascii: labels.isEmpty ? " " : "} ")
        append(contentsOf: value.utf8)
        append(ascii: "\n")
    }

    /// Backslash and line feed are escaped everywhere, quotes in the values of labels only.
    fileprivate mutating func append(metricText text: String, escapesQuotes: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): append(ascii: "\\\\")
            case UInt8(ascii: "\n"): append(ascii: "\\n")
            case UInt8(ascii: "\"") where escapesQuotes: append(ascii: "\\\"")
            default: append(byte)
            }
        }
    }
}

extension Double {
    /// As Prometheus writes numbers: whole ones without a point, and its own words for the rest.
    fileprivate var metricText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self > 0 ? "+Inf" : "-Inf" }
        // Up to here every whole number has a double of its own.
        if magnitude < 9_007_199_254_740_992, self == rounded(.towardZero) { return String(Int64(self)) }
        return description
    }
}
