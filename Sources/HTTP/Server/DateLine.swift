import EventLoop

/// The Date field (RFC 9110, 6.6.1). The clock is read ten times a second, not for every answer.
struct DateLine {
    private static let period: UInt64 = 100_000_000

    private var staleAt = MonotonicTime(nanoseconds: 0)
    private var line: [UInt8] = []

    mutating func bytes(on loop: Loop) -> [UInt8] {
        if loop.now >= staleAt {
            staleAt = loop.now.advanced(byNanoseconds: Self.period)
            line = Array("Date: \(HTTPDate.string(loop.clock.wall()))\r\n".utf8)
        }
        return line
    }
}
