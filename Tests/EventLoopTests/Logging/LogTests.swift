import EventLoop
import Testing

struct LogTests {
    private let clock = ManualClock(wall: WallTime(seconds: 784_111_777, nanoseconds: 45_000_000))

    private func log(_ sink: RecordingLogSink, _ level: LogLevel = .debug) -> Log {
        Log(level: level, sink: sink, clock: clock)
    }

    @Test func `a line of JSON has its fields in order`() {
        let sink = RecordingLogSink(.json)
        log(sink).info(
            "request finished", .field("status", 200), .field("path", "/login"), .field("ok", true),
            .field("took", Duration.microseconds(1_234_567)), .field("share", 0.5), .field("big", UInt64.max))
        #expect(
            sink.lines == [
                #"{"time":"1994-11-06T08:49:37.045Z","level":"info","message":"request finished","#
                    + #""status":200,"path":"/login","ok":true,"took":1.234567,"share":0.5,"#
                    + #""big":18446744073709551615}"#
            ])
    }

    @Test func `a line of text stands in columns`() {
        let sink = RecordingLogSink(.text(colours: false))
        log(sink).warning("slow", .field("took", Duration.milliseconds(-5)), .field("n", Int8(-3)))
        log(sink).error("gone")
        #expect(
            sink.lines == [
                "1994-11-06T08:49:37.045Z WARN  slow took=-0.005000 n=-3",
                "1994-11-06T08:49:37.045Z ERROR gone",
            ])
    }

    @Test func `colours surround the level and nothing else`() {
        let sink = RecordingLogSink(.text(colours: true))
        log(sink).info("ready", .field("port", 8080))
        #expect(sink.lines == ["1994-11-06T08:49:37.045Z \u{1B}[32mINFO \u{1B}[0m ready port=8080"])
    }

    @Test(arguments: [LogEncoding.json, .text(colours: false)])
    func `bound fields come first and stay with their log`(encoding: LogEncoding) {
        let (sink, expected) = (RecordingLogSink(encoding), RecordingLogSink(encoding))
        let outer = log(sink).with(.field("request", "r1"))
        let inner = outer.with(.field("user", 7))
        inner.info("a", .field("x", 1))
        outer.info("b")
        log(expected).info("a", .field("request", "r1"), .field("user", 7), .field("x", 1))
        log(expected).info("b", .field("request", "r1"))
        #expect(sink.lines == expected.lines)
    }

    @Test(arguments: LogLevel.allCases)
    func `a level that is off writes nothing and makes no field`(threshold: LogLevel) {
        let sink = RecordingLogSink()
        let log = log(sink, threshold)
        var made = 0
        func field() -> LogField {
            made += 1
            return .field("n", made)
        }
        log.debug("m", field())
        log.info("m", field())
        log.warning("m", field())
        log.error("m", field())
        let enabled = LogLevel.allCases.filter { $0 >= threshold }
        #expect(made == enabled.count)
        #expect(sink.lines.count == enabled.count)
        for (line, level) in zip(sink.lines, enabled) {
            #expect(line.contains(#""level":"\#(level.rawValue)""#))
            #expect(log.isEnabled(level))
        }
    }

    @Test func `a field that is nil is left out`() {
        let sink = RecordingLogSink(.text(colours: false))
        log(sink).info("m", nil, .field("a", 1))
        log(sink).write(.info, "m", [.field("b", 2), nil])
        #expect(sink.lines.map { $0.suffix(5) } == ["m a=1", "m b=2"])
    }
}
