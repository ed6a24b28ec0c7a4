/// Writes a JSON object whose members stand in the order in which they are added.
struct ClaimsWriter {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    mutating func add(_ name: String, _ value: String) {
        begin(name)
        write(value)
    }

    mutating func add(_ name: String, _ value: Int64) {
        begin(name)
        bytes += String(value).utf8
    }

    mutating func add(_ name: String, _ values: [String]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    func finished() -> [UInt8] {
        bytes + [UInt8(ascii: "}")]
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// RFC 8259, 7: the quotation mark, the reverse solidus and control characters are escaped.
    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes += "\\u00".utf8
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
