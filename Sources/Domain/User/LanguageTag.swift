/// The language that somebody asked for, such as `de` or `pt-BR` (RFC 5646), in the letters it was written in.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Nil for anything but subtags of 1 to 8 letters and digits with dashes between, 35 bytes in all.
    public init?(_ text: String) {
        guard text.utf8.count <= 35 else { return nil }
        let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = subtags.allSatisfy { subtag in
            (1...8).contains(subtag.count)
                && subtag.allSatisfy { byte in
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                }
        }
        guard isTag else { return nil }
        description = text
    }
}
