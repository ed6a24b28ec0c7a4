import Testing

@testable import HTTP

@Suite struct FramingProbeTests {
    @Test(arguments: try Probe.all())
    func `each probe is read or refused as the table says`(_ probe: Probe) {
        let result = Conversation(whole: probe.raw.bytes)
        #expect(result.heads.count == probe.requests)
        #expect(result.refusal?.status == probe.status)
        if probe.waits == true {
            #expect(result.refusal == nil && !result.isClosed)
        } else {
            #expect(!result.waits || probe.status != nil)
        }
    }

    @Test(arguments: try Probe.all())
    func `cutting a probe in two anywhere changes nothing`(_ probe: Probe) {
        let bytes = probe.raw.bytes
        let whole = Conversation(whole: bytes)
        // Long probes are one byte many times over: their first and last cuts are the ones that differ.
        let cuts = bytes.count < 400 ? Array(bytes.indices) : Array(0..<60) + (bytes.count - 60..<bytes.count)
        for cut in cuts {
            let halves = Conversation([bytes[..<cut], bytes[cut...]])
            #expect(halves == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: try Probe.all())
    func `sending a probe byte by byte changes nothing`(_ probe: Probe) {
        let bytes = probe.raw.bytes
        guard bytes.count < 400 else { return }
        #expect(Conversation(bytes.indices.map { bytes[$0...$0] }) == Conversation(whole: bytes))
    }

    @Test func `the names of the probes differ`() throws {
        let probes = try Probe.all()
        #expect(probes.count > 400)
        #expect(Set(probes.map(\.name)).count == probes.count)
    }
}
