import Glibc

/// Where a command writes.
struct Terminal: Sendable {
    /// What was asked for.
    let out: @Sendable (String) -> Void
    /// Everything else.
    let error: @Sendable (String) -> Void

    static let real = Terminal(out: { write($0, to: STDOUT_FILENO) }, error: { write($0, to: STDERR_FILENO) })

    /// Writes the text and a line end. A reader that has gone away is no concern of a command.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array((text + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }
}
