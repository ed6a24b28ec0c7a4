/// Messages hold codes and links that act, so none of them can be printed, not even by reflection.
protocol Redacted: CustomStringConvertible, CustomReflectable {}

extension Redacted {
    public var description: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(reflecting: "<redacted>") }
}

extension Message: Redacted {}
extension Message.CodeNotice: Redacted {}
extension EmailContent: Redacted {}
extension SMSContent: Redacted {}
