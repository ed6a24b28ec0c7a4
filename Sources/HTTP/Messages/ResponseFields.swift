/// The name of a response field, fixed at compile time.
public struct FieldName: ExpressibleByStringLiteral, Sendable {
    let bytes: [UInt8]

    public init(stringLiteral value: StaticString) {
        bytes = Array("\(value)".utf8)
        precondition(!bytes.isEmpty && bytes.allSatisfy(FieldName.isToken), "not a field name")
    }

    /// RFC 9110, 5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

/// The value of a response field: visible ASCII and inner spaces, so that nobody can begin a new line in it.
public struct FieldValue: ExpressibleByStringLiteral, Sendable {
    let bytes: [UInt8]

    /// Nothing when `text` holds anything but visible ASCII and spaces.
    public init?(_ text: String) {
        bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    }

    public init(_ number: Int) {
        bytes = Array(String(number).utf8)
    }

    public init(stringLiteral value: StaticString) {
        bytes = Array("\(value)".utf8)
        precondition(bytes.allSatisfy { (0x20...0x7E).contains($0) }, "not a field value")
    }
}

/// The fields of a response, kept as the bytes that go out.
public struct ResponseFields: Sendable {
    private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func add(_ name: FieldName, _ value: FieldValue) {
        bytes.reserveCapacity(bytes.count + name.bytes.count + value.bytes.count + 4)
        bytes.append(contentsOf: name.bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: value.bytes)
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
    }

    public mutating func add(_ others: ResponseFields) {
        bytes.append(contentsOf: others.bytes)
    }

    /// The values of a name, in order; names are compared without case.
    public subscript(name: String) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name.lowercased()
            else {
                return nil
            }
            return String(line[line.index(colon, offsetBy: 2)...])
        }
    }
}
