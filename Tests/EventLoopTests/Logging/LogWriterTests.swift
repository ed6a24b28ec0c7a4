import Glibc
import Testing

@testable import EventLoop

@Suite(.timeLimit(.minutes(10)))
struct LogWriterTests {
    private func line(_ text: String) -> [UInt8] { Array("\(text)\n".utf8) }

    private func writer(_ pipe: Pipe, capacity: Int = 1 << 20) throws -> LogWriter {
        try LogWriter(
            descriptor: pipe.writeEnd, encoding: .text(colours: false), capacity: capacity,
            clock: ManualClock(wall: WallTime(seconds: 0)))
    }

    @Test(arguments: [false, true])
    func `stop writes everything, in order`(nonBlocking: Bool) throws {
        let pipe = try Pipe(nonBlocking: nonBlocking)
        let writer = try writer(pipe, capacity: 4 << 20)
        // More than the pipe holds, in lines longer than a chunk: writes are partial and must wait.
        let expected = (0..<200).map { "\($0) " + String(repeating: "x", count: 5000) }
        let reader = try pipe.reader(of: expected.reduce(0) { $0 + $1.utf8.count + 1 })
        for text in expected { writer.write(line(text)) }
        #expect(writer.stop(within: .seconds(50)))
        #expect(reader.lines == expected)
        #expect(writer.lostLines == 0)
        writer.write(line("too late"))
        #expect(writer.stop())
        #expect(pipe.drain().isEmpty)
    }

    @Test func `flush returns when what was logged is written`() throws {
        let pipe = try Pipe()
        let writer = try writer(pipe)
        defer { writer.stop() }
        for number in 0..<50 {
            writer.write(line("\(number)"))
            #expect(writer.flush(within: .seconds(50)))
            #expect(pipe.drain().lines == ["\(number)"])
        }
        #expect(writer.flush(within: .zero))
    }

    @Test func `a full descriptor blocks nobody who logs, and the loss is told`() throws {
        let pipe = try Pipe()
        _ = pipe.fill()
        let writer = try writer(pipe, capacity: 100)
        for number in 0..<50 { writer.write(line("line \(number)")) }
        #expect(!writer.flush(within: .zero))
        #expect(!writer.stop(within: .zero))
        _ = pipe.drain()
        #expect(writer.stop(within: .seconds(50)))

        let lines = pipe.drain().lines
        let kept = lines.filter { $0.hasPrefix("line ") }
        #expect(!kept.isEmpty)
        #expect(kept.count < 50)
        #expect(writer.lostLines == UInt64(50 - kept.count))
        let reports = lines.filter { $0.contains("log lines were dropped") }
        let reported = reports.compactMap { $0.split(separator: "=").last.flatMap { UInt64($0) } }
        #expect(reported.reduce(0, +) == writer.lostLines)
        #expect(reports.allSatisfy { $0.hasPrefix("1970-01-01T00:00:00.000Z WARN  log lines") })
    }

    @Test func `a line larger than the buffer is dropped and told`() throws {
        let pipe = try Pipe()
        let writer = try writer(pipe, capacity: 10)
        writer.write(line("longer than ten"))
        writer.stop(within: .seconds(50))
        #expect(pipe.drain().lines == ["1970-01-01T00:00:00.000Z WARN  log lines were dropped count=1"])
    }

    @Test func `a full disk harms nobody`() throws {
        let full = unsafe open("/dev/full", O_WRONLY)
        try #require(full >= 0)
        defer { close(full) }
        let writer = try LogWriter(descriptor: full, encoding: .json)
        for _ in 0..<3 { writer.write(line("lost")) }
        #expect(writer.flush(within: .seconds(50)))
        #expect(writer.lostLines == 3)
        #expect(writer.stop(within: .seconds(50)))
    }

    @Test func `a reader that has gone harms nobody`() throws {
        // As the server does; otherwise the signal ends the process.
        signal(SIGPIPE, SIG_IGN)
        let pipe = try Pipe()
        pipe.closeReadEnd()
        let writer = try writer(pipe)
        writer.write(line("lost"))
        #expect(writer.stop(within: .seconds(50)))
        #expect(writer.lostLines == 1)
    }

    @Test func `what follows a line that was cut starts on a line of its own`() throws {
        let file = temporaryFile()
        try #require(file >= 0)
        defer { close(file) }
        var output = LineOutput(descriptor: file)
        #expect(output.write(Array("cut".utf8)) == 3)
        #expect(output.write(line("whole")) == 6)
        #expect(output.write(line("next")) == 5)
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe pread(file, &bytes, bytes.count, 0)
        #expect(String(decoding: bytes[..<max(0, count)], as: UTF8.self) == "cut\nwhole\nnext\n")
    }

    @Test func `lines of many threads stay whole`() throws {
        let pipe = try Pipe()
        let writer = try writer(pipe)
        let log = Log(level: .info, sink: writer)
        let threads = try (0..<4).map { thread in
            try SystemThread(name: "test") {
                for number in 0..<200 { log.info("m", .field("thread", thread), .field("n", number)) }
            }
        }
        for thread in threads { thread.join() }
        #expect(writer.stop(within: .seconds(50)))
        let lines = pipe.drain().lines
        for thread in 0..<4 {
            let own = lines.filter { $0.contains(" m thread=\(thread) ") }
            #expect(own.compactMap { $0.split(separator: "=").last.flatMap { Int($0) } } == Array(0..<200))
        }
    }
}

/// A file that is gone when it is closed.
private func temporaryFile() -> Int32 {
    var name = Array("/tmp/latchkey-test-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&name)
    _ = unsafe unlink(name)
    return file
}
