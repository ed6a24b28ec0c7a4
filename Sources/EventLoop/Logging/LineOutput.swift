import Glibc

/// Writes lines to a descriptor that somebody else opened, and that may be slow, full or gone.
struct LineOutput {
    /// Once poll says that a pipe is writable, it takes this much at once (POSIX: PIPE_BUF, 4096 on Linux), so
    /// a write never waits inside the kernel, though the descriptor may be a blocking one. It is not made
    /// non-blocking: that would hold for every process that shares it.
    private static let chunk = 4096

    private let descriptor: Int32
    private var isInsideLine = false

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Writes whole lines and says how many bytes of them went out: all, unless the descriptor failed.
    mutating func write(_ lines: [UInt8]) -> Int {
        if isInsideLine {
            // What follows a line that was cut short must not become part of it.
            guard writeAll([UInt8(ascii: "\n")]) == 1 else { return 0 }
            isInsideLine = false
        }
        let written = writeAll(lines)
        if written > 0 { isInsideLine = lines[written - 1] != UInt8(ascii: "\n") }
        return written
    }

    private func writeAll(_ bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                awaitWritable()
                let end = min(offset + Self.chunk, bytes.count)
                let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
                let count = unsafe Glibc.write(descriptor, part.baseAddress, part.count)
                if count > 0 {
                    offset += count
                } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                    break
                }
            }
            return offset
        }
    }

    /// A descriptor that failed counts as writable: the write then says why.
    private func awaitWritable() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        while unsafe poll(&request, 1, -1) < 0, errno == EINTR {}
    }
}
