import Domain
import Doubles
import Testing

@testable import Store

@Suite struct RecordTests {
    @Test(arguments: [1, 2, 3, UInt64.random(in: 0...UInt64.max)])
    func `every flow comes back as it was written`(seed: UInt64) throws {
        var source = RecordSource(seed: seed)
        for _ in 0..<500 {
            let flow = try source.flow()
            let read = try FlowRecord.read(
                FlowRecord.write(flow), id: flow.id, version: flow.version, expiresAt: flow.expiresAt,
                state: FlowState(record: flow.state.record))
            #expect(read == flow, "seed \(seed)")
            // Equal contacts may be written in other letters.
            #expect(read.typed.text == flow.typed.text && read.recipient?.text == flow.recipient?.text)
        }
    }

    @Test(arguments: [1, 2, UInt64.random(in: 0...UInt64.max)])
    func `every message, origin and profile comes back as it was written`(seed: UInt64) throws {
        var source = RecordSource(seed: seed)
        for _ in 0..<500 {
            let message = try source.message()
            let read = try MessageRecord.read(
                MessageRecord.write(message), id: message.id, createdAt: message.createdAt,
                expiresAt: message.expiresAt)
            #expect(read == message && read.recipient?.text == message.recipient?.text, "seed \(seed)")
            let (origin, profile) = (source.origin(), try source.profile())
            #expect(try Origin(record: origin.record) == origin, "seed \(seed)")
            #expect(try Profile(record: profile.record) == profile, "seed \(seed)")
        }
    }

    @Test(arguments: [Int64.min, .min + 1, -65, -64, -1, 0, 1, 63, 64, 8191, 8192, .max - 1, .max])
    func `whole numbers of every size come back`(number: Int64) throws {
        var writer = RecordWriter(version: 1)
        writer.signed(number)
        writer.unsigned(UInt64(bitPattern: number))
        let read = try RecordReader.read(writer.bytes, version: 1) { reader throws(RecordFault) in
            (try reader.signed(), try reader.unsigned())
        }
        #expect(read == (number, UInt64(bitPattern: number)))
    }

    @Test func `a form that is not known is refused, and the fault says so`() throws {
        var source = RecordSource(seed: 4)
        var record = try source.flow().state.record
        record[0] = 9
        #expect(throws: RecordFault.unknownVersion(9)) { try FlowState(record: record) }
        #expect(
            RecordFault.unknownVersion(9).description == "it has form 9, which this program does not know")
        #expect(throws: RecordFault.cutOff) { try FlowState(record: []) }
    }

    @Test func `what is cut off or goes on after its end is refused`() throws {
        var source = RecordSource(seed: 5)
        for _ in 0..<50 {
            let flow = try source.flow()
            let (beginning, state) = (FlowRecord.write(flow), flow.state.record)
            for length in 0..<beginning.count {
                #expect(throws: RecordFault.self) { try read(Array(beginning[..<length]), flow) }
            }
            for length in 0..<state.count {
                #expect(throws: RecordFault.self) { try FlowState(record: Array(state[..<length])) }
            }
            #expect(throws: RecordFault.tooLong) { try read(beginning + [0], flow) }
            #expect(throws: RecordFault.tooLong) { try FlowState(record: state + [0]) }
        }
    }

    @Test(arguments: [6, UInt64.random(in: 0...UInt64.max)])
    func `a damaged record is refused, or is a whole value`(seed: UInt64) throws {
        var source = RecordSource(seed: seed)
        for _ in 0..<2000 {
            let flow = try source.flow()
            var record = FlowRecord.write(flow)
            record[Int(source.number(below: record.count))] = UInt8(source.number(below: 256))
            guard let other = try? read(record, flow) else { continue }
            #expect(try read(FlowRecord.write(other), flow) == other, "seed \(seed)")
        }
    }

    @Test(arguments: [[0x80, 0x00], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02], [0x80]])
    func `a number has one form`(bytes: [UInt8]) {
        #expect(throws: RecordFault.self) {
            try RecordReader.read([1] + bytes, version: 1) { reader throws(RecordFault) in
                try reader.unsigned()
            }
        }
    }

    private func read(_ record: [UInt8], _ flow: Flow) throws(RecordFault) -> Flow {
        try FlowRecord.read(
            record, id: flow.id, version: flow.version, expiresAt: flow.expiresAt, state: flow.state)
    }
}
