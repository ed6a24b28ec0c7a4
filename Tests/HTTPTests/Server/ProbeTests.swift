import EventLoop
import Testing

@testable import HTTP

@Suite(.timeLimit(.minutes(10)))
struct ProbeTests {
    /// What came of a probe on a real socket, in the words of the table.
    private struct Outcome: Equatable {
        var requests = 0
        var refusal: Int?
        var isClosed = false
    }

    @Test func `each probe that is whole is answered as the table says, and then served on or closed`()
        async throws
    {
        let probes = try Probe.all().filter { $0.waits != true }
        let failures = try await serving(TestServer.Setting(loops: 2)) { server in
            try probes.compactMap { probe -> String? in
                let reading = Conversation(whole: probe.raw.bytes)
                let expected = Outcome(
                    requests: probe.requests, refusal: probe.status,
                    isClosed: reading.isClosed || probe.status != nil)
                let outcome = try Self.outcome(of: probe, reading, on: server)
                return outcome == expected ? nil : "\(probe.name): \(outcome), not \(expected)"
            }
        }
        #expect(failures == [])
    }

    private static func outcome(
        of probe: Probe, _ reading: Conversation, on server: TestServer
    ) throws
        -> Outcome
    {
        let client = try server.client()
        try client.send(probe.raw.bytes)
        var outcome = Outcome()
        var methods = reading.heads.map(\.method).makeIterator()
        while outcome.requests < probe.requests {
            let method = methods.next()
            var answer = try client.answer(toHead: method == .head)
            if answer.status == 100 { answer = try client.answer(toHead: method == .head) }
            guard answer.status == 200 else {
                outcome.refusal = answer.status
                break
            }
            outcome.requests += 1
        }
        if probe.status != nil, outcome.refusal == nil { outcome.refusal = try client.answer().status }
        if reading.isClosed || outcome.refusal != nil {
            outcome.isClosed = try client.isClosed()
        } else {
            // Nothing is left over that the next request would be read behind.
            let next = try client.get("/the-next", "Connection: close\r\n")
            outcome.isClosed = try next.text != "GET /the-next " || !client.isClosed()
        }
        return outcome
    }

    @Test func `each probe that is not whole is waited for, until its time is over`() async throws {
        var setting = TestServer.Setting()
        setting.limits.headWithin = .milliseconds(150)
        setting.limits.bodyWithin = .milliseconds(150)
        // Of nothing at all the time is that of idling, and there is no answer.
        let probes = try Probe.all().filter { $0.waits == true && !$0.raw.bytes.isEmpty }
        #expect(probes.count > 5)
        let failures = try await serving(setting) { server in
            let clients = try probes.map { probe in
                let client = try server.client()
                try client.send(probe.raw.bytes)
                return client
            }
            return try zip(probes, clients).compactMap { probe, client -> String? in
                var statuses: [Int] = []
                for _ in 0...probe.requests {
                    var answer = try client.answer()
                    if answer.status == 100 { answer = try client.answer() }
                    statuses.append(answer.status)
                }
                let expected = [Int](repeating: 200, count: probe.requests) + [408]
                guard try client.isClosed() else { return "\(probe.name): more came" }
                return statuses == expected ? nil : "\(probe.name): \(statuses)"
            }
        }
        #expect(failures == [])
    }
}
