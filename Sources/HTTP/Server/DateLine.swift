import EventLoop

/// The Date field, made once a second (RFC 9110, 6.6.1).
struct DateLine {
    private var second = Int64.min
    private var line: [UInt8] = []

    mutating func bytes(at time: WallTime) -> [UInt8] {
        if time.seconds != second {
            second = time.seconds
            line = Array("Date: \(HTTPDate.string(time))\r\n".utf8)
        }
        return line
    }
}
