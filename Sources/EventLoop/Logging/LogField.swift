/// A named value of a log line.
public struct LogField: Sendable {
    let name: StaticString
    let value: LogValue

    /// `name` is lower case with underscores, and none of `time`, `level` and `message`.
    public static func field(_ name: StaticString, _ value: some Loggable) -> LogField {
        // Checked in debug builds alone: a rare line with an odd name must not end a server that works.
        assert(isUsable(name), "\(name) cannot name a field of the log")
        return LogField(name: name, value: value.logValue)
    }

    private static func isUsable(_ name: StaticString) -> Bool {
        let text = name.description
        guard !text.isEmpty, !["time", "level", "message"].contains(text) else { return false }
        return text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        }
    }
}
