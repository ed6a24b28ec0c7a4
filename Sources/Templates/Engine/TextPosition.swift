/// A place in a template, both counted from 1; the column in Unicode scalars.
public struct TextPosition: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Steps over one byte of UTF-8.
    mutating func pass(_ byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            // The bytes that continue a scalar take no column.
            column += 1
        }
    }
}
