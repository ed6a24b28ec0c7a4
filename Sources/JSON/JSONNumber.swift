/// A number as it was written: its text, and what it stands for.
public struct JSONNumber: Equatable, Sendable {
    /// A whole number that fits and was written without fraction and exponent, or the nearest Double.
    public enum Value: Equatable, Sendable {
        case whole(Int64)
        case real(Double)
    }

    /// The characters that the number was written with.
    public let text: String
    public let value: Value

    /// The whole number; nil for `1.0`, `1e2` and what Int64 cannot hold.
    public var int: Int64? {
        if case .whole(let whole) = value { whole } else { nil }
    }

    /// The number as a Double, rounded if it must be.
    public var double: Double {
        switch value {
        case .whole(let whole): Double(whole)
        case .real(let real): real
        }
    }

    public init(_ whole: Int64) {
        text = String(whole)
        value = .whole(whole)
    }

    /// Nil for infinity and NaN: JSON has no text for them.
    public init?(_ real: Double) {
        guard real.isFinite else { return nil }
        text = real.description
        value = .real(real)
    }

    init(text: String, value: Value) {
        self.text = text
        self.value = value
    }
}
