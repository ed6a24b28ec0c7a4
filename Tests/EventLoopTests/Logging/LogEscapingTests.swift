import EventLoop
import Testing

struct LogEscapingTests {
    private func logged(_ value: some Loggable, _ encoding: LogEncoding) -> String {
        let sink = RecordingLogSink(encoding)
        Log(level: .info, sink: sink).info("m", .field("v", value))
        let marker = encoding == .json ? #""m","v":"# : " m v="
        let line = sink.lines.first ?? ""
        let end = line.utf8.count - (encoding == .json ? 1 : 0)
        guard let start = line.firstEnd(of: marker) else { return line }
        return String(decoding: Array(line.utf8)[start..<end], as: UTF8.self)
    }

    @Test(
        arguments: [
            ("plain", #""plain""#), ("", #""""#), ("a\"b\\c", #""a\"b\\c""#),
            ("a\nb\rc\td", #""a\nb\rc\td""#), ("\u{0}\u{1B}[31m\u{7F}", #""\u0000\u001b[31m\u007f""#),
            ("\u{85}\u{9B}31m", #""\u0085\u009b31m""#), ("\r\n", #""\r\n""#),
            ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{202E}abc\u{2066}", #""\u202eabc\u2066""#),
            ("é 日本 🙂", #""é 日本 🙂""#), ("e\u{301}", "\"e\u{301}\""),
        ])
    func `a value stays inside its quotes and its line`(value: String, written: String) {
        #expect(logged(value, .json) == written)
        let isBareInText = value == "plain"
        #expect(logged(value, .text(colours: false)) == (isBareInText ? value : written))
    }

    @Test(
        arguments: [
            ("a b", #""a b""#), ("a=b", #""a=b""#), ("/v1/login?x", "/v1/login?x"),
            ("\u{A0}", "\"\u{A0}\""), ("::1", "::1"),
        ])
    func `text is quoted where its end could be mistaken`(value: String, written: String) {
        #expect(logged(value, .text(colours: false)) == written)
    }

    @Test(
        arguments: [
            (Double.nan, #""nan""#), (.infinity, #""inf""#), (-.infinity, #""-inf""#), (1e-7, "1e-07"),
            (2, "2.0"),
        ])
    func `numbers that JSON does not have become strings`(value: Double, written: String) {
        #expect(logged(value, .json) == written)
    }

    @Test(
        arguments: [
            (Duration.zero, "0.000000"), (.nanoseconds(999), "0.000000"), (.nanoseconds(-1000), "-0.000001"),
            (.seconds(Int64.max), "9223372036854775807.000000"),
        ])
    func `a duration is seconds to the microsecond`(value: Duration, written: String) {
        #expect(logged(value, .json) == written)
        #expect(logged(value, .text(colours: false)) == written)
    }

    @Test(arguments: [LogEncoding.json, .text(colours: true), .text(colours: false)])
    func `no value forges a second line`(encoding: LogEncoding) {
        let sink = RecordingLogSink(encoding)
        for scalar in [0...0xFF, 0x2000...0x2070].joined().compactMap(Unicode.Scalar.init) {
            Log(level: .info, sink: sink).info("m", .field("v", "a\(scalar)b"))
        }
        for line in sink.lines {
            let breaks = line.unicodeScalars.filter { $0.properties.generalCategory == .control }
            #expect(breaks.count == (encoding == .text(colours: true) ? 2 : 0))
            #expect(!line.unicodeScalars.contains { [0x2028, 0x2029, 0x202E].contains($0.value) })
        }
    }
}

extension String {
    /// The offset in UTF-8 behind the first occurrence of `marker`. Bytes, because a combining mark behind
    /// the marker would be one character with its end.
    fileprivate func firstEnd(of marker: String) -> Int? {
        let (bytes, wanted) = (Array(utf8), Array(marker.utf8))
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count))
            .first { Array(bytes[$0..<($0 + wanted.count)]) == wanted }
            .map { $0 + wanted.count }
    }
}
