import EventLoop
import Testing

struct CountingTests {
    private let registry = MetricsRegistry()

    /// Runs `work` on four threads at once, and waits for them.
    private func inParallel(_ work: @escaping @Sendable (_ thread: Int) -> Void) throws {
        let barrier = Barrier(parties: 4)
        let threads = try (0..<4).map { number in
            try SystemThread(name: "count") {
                barrier.wait()
                work(number)
            }
        }
        for thread in threads { thread.join() }
    }

    @Test func `counting on many threads loses nothing`() throws {
        let counter = registry.counter("c_total", help: "h")
        let gauge = registry.gauge("g", help: "h")
        let histogram = registry.histogram("h", help: "h", bounds: [1, 2])
        try inParallel { thread in
            for _ in 0..<10_000 {
                counter.increment()
                gauge.increment(by: 3)
                gauge.decrement()
                histogram.observe(Double(thread))
            }
        }
        #expect(counter.value == 40_000)
        #expect(gauge.value == 80_000)
        #expect(histogram.count == 40_000)
        #expect(histogram.sum == 60_000)
    }

    @Test func `shards add up`() throws {
        let counter = registry.shardedCounter("c_total", help: "h", shards: 4)
        try inParallel { thread in
            for _ in 0..<10_000 { counter[thread].increment() }
        }
        counter[0].increment(by: 5)
        #expect(counter.value == 40_005)
        #expect(String(decoding: registry.text(), as: UTF8.self).hasSuffix("\nc_total 40005\n"))
    }

    @Test func `registering again gives back the same metric`() {
        let labels = [("a", "1")]
        #expect(
            registry.counter("c", help: "h", labels: labels)
                === registry.counter("c", help: "h", labels: labels))
        #expect(
            registry.counter("c", help: "h", labels: labels)
                !== registry.counter("c", help: "h", labels: [("a", "2")]))
        #expect(registry.gauge("g", help: "h") === registry.gauge("g", help: "h"))
        #expect(registry.histogram("h", help: "h") === registry.histogram("h", help: "h"))
    }
}
