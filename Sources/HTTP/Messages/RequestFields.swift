/// The fields of a request, looked up in a copy of its head.
public struct RequestFields: Sendable {
    private let head: [UInt8]
    private let fields: [HeadLayout.Field]

    public init() {
        head = []
        fields = []
    }

    /// Fields by name and value, for requests that come from no socket.
    public init(_ pairs: [(name: String, value: String)]) {
        var head: [UInt8] = []
        fields = pairs.map { pair in
            let start = head.count
            head.append(contentsOf: pair.name.utf8)
            let middle = head.count
            head.append(contentsOf: pair.value.utf8)
            return HeadLayout.Field(name: start..<middle, value: middle..<head.count)
        }
        self.head = head
    }

    init(head: [UInt8], fields: [HeadLayout.Field]) {
        self.head = head
        self.fields = fields
    }

    /// The value of the first field with this name, compared without case.
    public subscript(name: StaticString) -> String? {
        guard let field = fields.first(where: { matches($0, name) }) else { return nil }
        return text(field.value)
    }

    /// Every value of a name, in the order sent.
    public func all(_ name: StaticString) -> [String] {
        fields.filter { matches($0, name) }.map { text($0.value) }
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: head[range], as: UTF8.self)
    }

    private func matches(_ field: HeadLayout.Field, _ name: StaticString) -> Bool {
        guard field.name.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { name in
            for offset in 0..<name.count
            where unsafe lower(head[field.name.lowerBound + offset]) != lower(name[offset]) {
                return false
            }
            return true
        }
    }

    private func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
