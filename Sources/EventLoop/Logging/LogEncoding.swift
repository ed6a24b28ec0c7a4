/// How a line is written: one line of text, or one JSON object.
public enum LogEncoding: Equatable, Sendable {
    case text(colours: Bool)
    case json

    /// Fields as they stand in the middle of a line, so that bound fields are written once for many lines.
    func fragment(_ fields: [LogField]) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields { append(field, to: &bytes) }
        return bytes
    }

    /// A whole line with its newline. `bound` is a fragment in the same encoding.
    func line(
        _ time: WallTime, _ level: LogLevel, _ message: StaticString, bound: [UInt8], _ fields: [LogField?]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(192 + bound.count)
        switch self {
        case .text(let colours): appendTextHead(time, level, message, colours, to: &bytes)
        case .json: appendJSONHead(time, level, message, to: &bytes)
        }
        bytes.append(contentsOf: bound)
        for case .some(let field) in fields { append(field, to: &bytes) }
        if self == .json { bytes.append(ascii: "}") }
        bytes.append(ascii: "\n")
        return bytes
    }

    private func append(_ field: LogField, to bytes: inout [UInt8]) {
        switch self {
        case .text: field.appendText(to: &bytes)
        case .json: field.appendJSON(to: &bytes)
        }
    }

    private func appendJSONHead(
        _ time: WallTime, _ level: LogLevel, _ message: StaticString, to bytes: inout [UInt8]
    ) {
        bytes.append(ascii: "{\"time\":\"")
        RFC3339.append(time, .milliseconds, to: &bytes)
        bytes.append(ascii: "\",\"level\":\"")
        bytes.append(contentsOf: level.rawValue.utf8)
        bytes.append(ascii: "\",\"message\":\"")
        bytes.append(escaped: message.description)
        bytes.append(ascii: "\"")
    }

    private func appendTextHead(
        _ time: WallTime, _ level: LogLevel, _ message: StaticString, _ colours: Bool,
        to bytes: inout [UInt8]
    ) {
        RFC3339.append(time, .milliseconds, to: &bytes)
        bytes.append(ascii: " ")
        if colours { bytes.append(ascii: level.colour) }
        bytes.append(ascii: level.column)
        if colours { bytes.append(ascii: "\u{1B}[0m") }
        bytes.append(ascii: " ")
        bytes.append(escaped: message.description)
    }
}

extension LogLevel {
    /// As wide as the others, so that messages stand in a column.
    fileprivate var column: StaticString {
        switch self {
        case .debug: "DEBUG"
        case .info: "INFO "
        case .warning: "WARN "
        case .error: "ERROR"
        }
    }

    fileprivate var colour: StaticString {
        switch self {
        case .debug: "\u{1B}[2m"
        case .info: "\u{1B}[32m"
        case .warning: "\u{1B}[33m"
        case .error: "\u{1B}[31m"
        }
    }
}
