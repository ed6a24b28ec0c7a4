import EventLoop
import Glibc
import Synchronization

/// A pipe of a test: what it holds, and how much fits, is in the test's hands.
final class Pipe: Sendable {
    let readEnd: Int32
    let writeEnd: Int32
    private let isReadable = Atomic(true)

    init(nonBlocking: Bool = false) throws {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw SystemError("pipe", code: errno) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
        if nonBlocking { _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK) }
    }

    deinit {
        closeReadEnd()
        close(writeEnd)
    }

    func closeReadEnd() {
        let wasOpen = isReadable.exchange(false, ordering: .relaxed)
        if wasOpen { close(readEnd) }
    }

    /// Writes until nothing more fits, and says how much that was.
    func fill() -> Int {
        let flags = fcntl(writeEnd, F_GETFL)
        _ = fcntl(writeEnd, F_SETFL, flags | O_NONBLOCK)
        defer { _ = fcntl(writeEnd, F_SETFL, flags) }
        var total = 0
        while true {
            let count = unsafe write(writeEnd, [UInt8](repeating: 0x78, count: 4096), 4096)
            guard count > 0 else { return total }
            total += count
        }
    }

    /// Takes what is there, without waiting.
    func drain() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(readEnd, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Reads `count` bytes on a thread of its own: on Swift's shared threads it could wait for the test, and
    /// the test for it.
    func reader(of count: Int) throws -> PipeReader {
        try PipeReader(self, count)
    }

    /// Waits for at least `count` bytes.
    func take(atLeast count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var request = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
            _ = unsafe poll(&request, 1, -1)
            bytes += drain()
        }
        return bytes
    }
}

final class PipeReader: Sendable {
    private let bytes: Bytes
    private let thread: SystemThread

    init(_ pipe: Pipe, _ count: Int) throws {
        let bytes = Bytes()
        self.bytes = bytes
        thread = try SystemThread(name: "reader") {
            let read = pipe.take(atLeast: count)
            bytes.value.withLock { $0 = read }
        }
    }

    /// Waits for the thread.
    var lines: [String] {
        thread.join()
        return bytes.value.withLock { $0.lines }
    }

    private final class Bytes: Sendable {
        let value = Mutex<[UInt8]>([])
    }
}

extension [UInt8] {
    var lines: [String] {
        split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
