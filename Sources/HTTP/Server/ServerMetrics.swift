public import EventLoop

/// What is counted about requests and connections.
public struct ServerMetrics: Sendable {
    let connections: Gauge
    let seconds: Histogram
    let refused: Counter
    let handshakesFailed: Counter
    let acceptPauses: Counter
    private let byClass: [Counter]

    /// Registers the metrics; `server` tells the servers of a process apart.
    public init(_ registry: MetricsRegistry, server: String) {
        let labels = [("server", server)]
        connections = registry.gauge(
            "latchkey_http_connections", help: "Connections that are open.", labels: labels)
        seconds = registry.histogram(
            "latchkey_http_request_seconds", help: "Time from the whole request to the end of its answer.",
            labels: labels, bounds: Histogram.latencyBounds)
        refused = registry.counter(
            "latchkey_http_refused_total", help: "Requests that reached no handler.", labels: labels)
        handshakesFailed = registry.counter(
            "latchkey_http_tls_handshakes_failed_total", help: "TLS handshakes that failed.", labels: labels)
        acceptPauses = registry.counter(
            "latchkey_http_accept_pauses_total",
            help: "Times that no connection was accepted for want of a descriptor.", labels: labels)
        byClass = (2...5).map { number in
            registry.counter(
                "latchkey_http_requests_total", help: "Requests answered, by class of status.",
                labels: labels + [("class", "\(number)xx")])
        }
    }

    func count(status: Int) {
        guard (200...599).contains(status) else { return }
        byClass[status / 100 - 2].increment()
    }
}
