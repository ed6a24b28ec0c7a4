/// The name of a role: `[a-z][a-z0-9._:-]{0,63}`.
public struct Role: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    public init?(_ text: String) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), let first = bytes.first, Self.isLetter(first),
            bytes.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || ".-_:".utf8.contains($0) })
        else { return nil }
        description = text
    }

    private init(unchecked text: String) {
        description = text
    }

    /// Granted on the command line only.
    public static let admin = Role(unchecked: "admin")

    public static func < (left: Role, right: Role) -> Bool {
        left.description < right.description
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
