import EventLoop
import Testing

struct MetricsTextTests {
    private let registry = MetricsRegistry()

    private var text: String { String(decoding: registry.text(), as: UTF8.self) }

    @Test func `a registry without metrics writes nothing`() {
        #expect(text == "")
    }

    @Test func `metrics stand in families, in the order of their registration`() {
        let get = registry.counter(
            "http_total", help: "Answers.", labels: [("method", "GET"), ("status", "2xx")])
        let open = registry.gauge("http_open", help: "Connections that are open.")
        let post = registry.counter(
            "http_total", help: "Answers.", labels: [("method", "POST"), ("status", "2xx")])
        get.increment()
        get.increment(by: 4)
        post.increment()
        open.set(7)
        open.decrement(by: 10)
        open.increment()
        #expect(
            text == """
                # HELP http_total Answers.
                # TYPE http_total counter
                http_total{method="GET",status="2xx"} 5
                http_total{method="POST",status="2xx"} 1
                # HELP http_open Connections that are open.
                # TYPE http_open gauge
                http_open -2

                """)
    }

    @Test func `a histogram's bounds are inclusive and its buckets add up`() {
        let latency = registry.histogram(
            "took_seconds", help: "h", labels: [("route", "a")], bounds: [0.005, 0.5, 1])
        let values: [Double] = [0.005, 0.0050001, 0.5, 1, 1.25]
        for value in values { latency.observe(value) }
        latency.observe(Double.nan)
        // A clock that went back counts as no time at all.
        latency.observe(.milliseconds(-2250))
        let sum = values.reduce(0, +)
        #expect(
            text == """
                # HELP took_seconds h
                # TYPE took_seconds histogram
                took_seconds_bucket{route="a",le="0.005"} 2
                took_seconds_bucket{route="a",le="0.5"} 4
                took_seconds_bucket{route="a",le="1"} 5
                took_seconds_bucket{route="a",le="+Inf"} 6
                took_seconds_sum{route="a"} \(sum)
                took_seconds_count{route="a"} 6

                """)
        #expect(latency.count == 6)
    }

    @Test func `help and label values are escaped`() {
        _ = registry.gauge("g", help: "a\\b\nc\"d", labels: [("l", "a\\b\nc\"d\r\né")])
        #expect(
            text == """
                # HELP g a\\\\b\\nc"d
                # TYPE g gauge
                g{l="a\\\\b\\nc\\"d\r\\né"} 0

                """)
    }

    @Test(
        arguments: [
            (1, "1"), (-3, "-3"), (0.25, "0.25"), (1e300, "1e+300"),
            (9_007_199_254_740_991, "9007199254740991"),
            (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (1e-7, "1e-07"),
        ] as [(Double, String)])
    func `numbers are written as Prometheus reads them`(value: Double, written: String) {
        registry.gauge("g", help: "h") { value }
        #expect(text == "# HELP g h\n# TYPE g gauge\ng \(written)\n")
    }

    @Test func `a callback is read at each scrape and left out while it knows nothing`() {
        let counted = Tally()
        registry.counter("c_total", help: "h") { counted.count == 0 ? nil : Double(counted.count) }
        #expect(text == "# HELP c_total h\n# TYPE c_total counter\n")
        counted.add()
        #expect(text.hasSuffix("\nc_total 1\n"))
        counted.add()
        #expect(text.hasSuffix("\nc_total 2\n"))
    }
}
