/// The text of a password's hash, as the hasher writes and reads it. The domain only carries it.
public struct PasswordHashText: Hashable, Sendable {
    private let text: String

    public init(_ text: String) {
        self.text = text
    }

    public func reveal() -> String { text }
}

extension PasswordHashText: CustomStringConvertible, CustomReflectable {
    public var description: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(reflecting: "<redacted>") }
}
