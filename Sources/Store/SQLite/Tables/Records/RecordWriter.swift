/// Writes the fields of a record one after the other. The first byte is the version of the form.
///
/// Records hold what is read and written whole and never searched. They are a third of the size of JSON and
/// need no parser; a change of form is a new version, and what is written stays readable.
struct RecordWriter {
    private(set) var bytes: [UInt8]

    init(version: UInt8) {
        bytes = []
        bytes.reserveCapacity(192)
        bytes.append(version)
    }

    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    /// Seven bits a byte, the lowest first.
    mutating func unsigned(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func number(_ value: UInt32) {
        unsigned(UInt64(value))
    }

    /// Small numbers of either sign become small ones without.
    mutating func signed(_ value: Int64) {
        unsigned(UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    mutating func count(_ value: Int) {
        signed(Int64(value))
    }

    mutating func text(_ value: String) {
        unsigned(UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
        byte(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout RecordWriter, Value) -> Void) {
        unsigned(UInt64(values.count))
        for value in values { write(&self, value) }
    }
}
