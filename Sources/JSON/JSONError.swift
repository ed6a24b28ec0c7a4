/// Why bytes are not the JSON that this reader accepts, and where. Nothing of the input is repeated.
public struct JSONError: Error, Equatable, Sendable {
    /// What rule of RFC 8259, or of ours, was broken.
    public enum Reason: Equatable, Sendable, CaseIterable {
        case unexpectedEnd
        case unexpectedByte
        case byteOrderMark
        case notUTF8
        case controlCharacter
        case badEscape
        case loneSurrogate
        case badNumber
        case numberTooLarge
        case doubledKey
        case tooDeep
        case trailingBytes
    }

    public let reason: Reason
    /// How many bytes stand before the fault.
    public let offset: Int

    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String { "\(reason) at byte \(offset)" }
}

extension JSONError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unexpectedEnd: "the text ends too early"
        case .unexpectedByte: "a character that may not stand there"
        case .byteOrderMark: "a byte order mark"
        case .notUTF8: "not UTF-8"
        case .controlCharacter: "an unescaped control character"
        case .badEscape: "an unknown escape"
        case .loneSurrogate: "half of a surrogate pair"
        case .badNumber: "a malformed number"
        case .numberTooLarge: "a number too large"
        case .doubledKey: "a key that is given twice"
        case .tooDeep: "nested too deeply"
        case .trailingBytes: "something after the end"
        }
    }
}
