/// Times as RFC 3339 writes them, in UTC: `2026-01-02T03:04:05Z`. Times outside the years 1970 to 9999 are
/// written as the nearest second inside.
public enum RFC3339 {
    public enum Precision: Sendable {
        case seconds, milliseconds
    }

    public static func string(_ time: WallTime, _ precision: Precision = .seconds) -> String {
        var bytes: [UInt8] = []
        append(time, precision, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the text as ASCII.
    public static func append(_ time: WallTime, _ precision: Precision, to bytes: inout [UInt8]) {
        let civil = CivilTime(seconds: time.seconds)
        bytes.append(civil.year, width: 4)
        bytes.append(ascii: "-")
        bytes.append(civil.month, width: 2)
        bytes.append(ascii: "-")
        bytes.append(civil.day, width: 2)
        bytes.append(ascii: "T")
        bytes.append(civil.hour, width: 2)
        bytes.append(ascii: ":")
        bytes.append(civil.minute, width: 2)
        bytes.append(ascii: ":")
        bytes.append(civil.second, width: 2)
        if precision == .milliseconds {
            bytes.append(ascii: ".")
            bytes.append(Int(time.nanoseconds / 1_000_000), width: 3)
        }
        bytes.append(ascii: "Z")
    }
}
