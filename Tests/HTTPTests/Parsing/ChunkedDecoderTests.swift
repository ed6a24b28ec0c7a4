import Testing

@testable import HTTP

@Suite struct ChunkedDecoderTests {
    @Test func `what follows the body is left alone`() {
        var decoder = ChunkedDecoder()
        var body: [UInt8] = []
        let bytes = Array("3\r\nabc\r\n0\r\nX: y\r\n\r\nGET".utf8)
        let (consumed, progress) = decoder.decode(bytes.span, into: &body, limit: 3)
        #expect(progress == .done)
        #expect(consumed == bytes.count - 3)
        #expect(body == Array("abc".utf8))
    }

    @Test func `a size over the limit is refused at the digit that shows it`() {
        var decoder = ChunkedDecoder()
        var body = [UInt8](repeating: 0, count: 10)
        let bytes = Array("11\r\n".utf8)
        let (consumed, progress) = decoder.decode(bytes.span, into: &body, limit: 26)
        #expect(progress == .refused(.bodyTooLarge))
        #expect(consumed == 1)
        #expect(body.count == 10)
    }

    @Test func `nothing is taken from no bytes`() {
        var decoder = ChunkedDecoder()
        var body: [UInt8] = []
        let nothing: [UInt8] = []
        let (consumed, progress) = decoder.decode(nothing.span, into: &body, limit: 0)
        #expect(consumed == 0 && progress == .needsMore && body.isEmpty)
    }

    @Test func `an idle connection pays eight bytes for its decoder`() {
        #expect(MemoryLayout<ChunkedDecoder>.size == 8)
    }
}
