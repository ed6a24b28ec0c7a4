/// Why a record cannot be read.
enum RecordFault: Error, Hashable, Sendable {
    /// A later program wrote it.
    case unknownVersion(UInt8)
    case cutOff
    /// Something follows the last field.
    case tooLong
    case value(of: String)
}

extension RecordFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .unknownVersion(let version): "it has form \(version), which this program does not know"
        case .cutOff: "it is cut off"
        case .tooLong: "something follows its end"
        case .value(let field): "its \(field) cannot be"
        }
    }
}

/// Reads what `RecordWriter` wrote, and nothing else: one text for each value.
struct RecordReader {
    private let bytes: [UInt8]
    private var position = 1

    /// Reads `bytes` as a record of a version that the caller knows.
    static func read<Value>(
        _ bytes: [UInt8], version: UInt8, _ body: (inout RecordReader) throws(RecordFault) -> Value
    ) throws(RecordFault) -> Value {
        guard let found = bytes.first else { throw .cutOff }
        guard found == version else { throw .unknownVersion(found) }
        var reader = RecordReader(bytes: bytes)
        let value = try body(&reader)
        guard reader.position == bytes.count else { throw .tooLong }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func byte() throws(RecordFault) -> UInt8 {
        guard position < bytes.count else { throw .cutOff }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func unsigned() throws(RecordFault) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: 0, through: 63, by: 7) {
            let byte = try byte()
            let part = UInt64(byte & 0x7F)
            // The tenth byte has one bit left; a last byte of 0 would be a longer way to write the same.
            guard (part << shift) >> shift == part, byte != 0 || shift == 0 else { break }
            value |= part << shift
            if byte < 0x80 { return value }
        }
        throw .value(of: "number")
    }

    mutating func number() throws(RecordFault) -> UInt32 {
        guard let value = UInt32(exactly: try unsigned()) else { throw .value(of: "number") }
        return value
    }

    mutating func signed() throws(RecordFault) -> Int64 {
        let value = try unsigned()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func count() throws(RecordFault) -> Int {
        Int(try signed())
    }

    mutating func text() throws(RecordFault) -> String {
        guard let text = String(validating: try take(try unsigned()), as: UTF8.self) else {
            throw .value(of: "text")
        }
        return text
    }

    mutating func take(_ count: UInt64) throws(RecordFault) -> ArraySlice<UInt8> {
        guard count <= UInt64(bytes.count - position) else { throw .cutOff }
        defer { position += Int(count) }
        return bytes[position..<position + Int(count)]
    }

    mutating func optional<Value>(
        _ read: (inout RecordReader) throws(RecordFault) -> Value
    ) throws(RecordFault) -> Value? {
        switch try byte() {
        case 0: nil
        case 1: try read(&self)
        default: throw .value(of: "optional field")
        }
    }

    mutating func list<Value>(
        _ read: (inout RecordReader) throws(RecordFault) -> Value
    ) throws(RecordFault) -> [Value] {
        let count = try unsigned()
        // No element is shorter than a byte.
        guard count <= UInt64(bytes.count - position) else { throw .cutOff }
        var values: [Value] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }
}
