/// What may stand in the log. A type that holds a secret does not conform, and so cannot be logged.
public protocol Loggable {
    var logValue: LogValue { get }
}

public enum LogValue: Equatable, Sendable {
    case text(String)
    case integer(Int64)
    case unsigned(UInt64)
    case double(Double)
    case bool(Bool)
    /// Written as seconds, to the microsecond.
    case duration(Duration)
}

extension String: Loggable {
    public var logValue: LogValue { .text(self) }
}

extension Substring: Loggable {
    public var logValue: LogValue { .text(String(self)) }
}

extension StaticString: Loggable {
    public var logValue: LogValue { .text(description) }
}

extension Bool: Loggable {
    public var logValue: LogValue { .bool(self) }
}

extension Double: Loggable {
    public var logValue: LogValue { .double(self) }
}

extension Duration: Loggable {
    public var logValue: LogValue { .duration(self) }
}

extension WallTime: Loggable {
    public var logValue: LogValue { .text(RFC3339.string(self, .milliseconds)) }
}

extension Loggable where Self: FixedWidthInteger & SignedInteger {
    public var logValue: LogValue { .integer(Int64(clamping: self)) }
}

extension Loggable where Self: FixedWidthInteger & UnsignedInteger {
    public var logValue: LogValue { .unsigned(UInt64(clamping: self)) }
}

extension Int: Loggable {}
extension Int8: Loggable {}
extension Int16: Loggable {}
extension Int32: Loggable {}
extension Int64: Loggable {}
extension UInt: Loggable {}
extension UInt8: Loggable {}
extension UInt16: Loggable {}
extension UInt32: Loggable {}
extension UInt64: Loggable {}
