import Glibc
import Testing

@testable import EventLoop

struct LogFormatTests {
    @Test func `what is not a terminal gets JSON, and never colours`() throws {
        let pipe = try Pipe()
        #expect(LogFormat.auto.encoding(for: pipe.writeEnd) == .json)
        #expect(LogFormat.json.encoding(for: pipe.writeEnd) == .json)
        #expect(LogFormat.text.encoding(for: pipe.writeEnd) == .text(colours: false))
    }

    @Test func `a terminal gets text`() throws {
        let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        defer { close(terminal) }
        guard case .text = LogFormat.auto.encoding(for: terminal) else {
            Issue.record("not text")
            return
        }
        #expect(LogFormat.json.encoding(for: terminal) == .json)
    }

    @Test(
        arguments: [
            (nil, "xterm", true), ("", "xterm", true), ("1", "xterm", false), (nil, "dumb", false),
            (nil, nil, true),
        ] as [(String?, String?, Bool)])
    func `colours are for terminals that want them`(noColor: String?, terminal: String?, wanted: Bool) {
        #expect(LogFormat.wantsColours(noColor: noColor, terminal: terminal) == wanted)
    }
}
