/// Writes JSON straight into bytes, keys in the order written, no tree built.
///
///     let bytes = JSONWriter.object {
///         $0.field("status", "ok")
///         $0.array("roles", roles)
///     }
///
/// Everything lands in its final place at once. The text may stand inside HTML: `<`, `>`, `&` and the line
/// separators of JavaScript are escaped.
public struct JSONWriter: ~Copyable {
    /// Most answers fit, so that the bytes seldom move while they are written.
    private static let usualCapacity = 256

    var bytes: [UInt8] = []

    /// For a text that starts from nothing.
    static func fresh() -> JSONWriter {
        var writer = JSONWriter()
        writer.bytes.reserveCapacity(usualCapacity)
        return writer
    }

    /// The bytes of one object.
    public static func object(_ body: (inout JSONObjectWriter) -> Void) -> [UInt8] {
        var writer = fresh()
        writer.object(body)
        return writer.bytes
    }

    /// The bytes of one array.
    public static func array(_ body: (inout JSONArrayWriter) -> Void) -> [UInt8] {
        var writer = fresh()
        writer.array(body)
        return writer.bytes
    }

    /// Appends one value to what the caller has.
    public static func append(_ value: some JSONWritable, to bytes: inout [UInt8]) {
        var writer = JSONWriter()
        swap(&writer.bytes, &bytes)
        value.write(to: &writer)
        swap(&writer.bytes, &bytes)
    }

    /// Writes this value as an object.
    public mutating func object(_ body: (inout JSONObjectWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        var inner = JSONObjectWriter()
        swap(&inner.writer.bytes, &bytes)
        body(&inner)
        swap(&inner.writer.bytes, &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Writes this value as an array.
    public mutating func array(_ body: (inout JSONArrayWriter) -> Void) {
        bytes.append(UInt8(ascii: "["))
        var inner = JSONArrayWriter()
        swap(&inner.writer.bytes, &bytes)
        body(&inner)
        swap(&inner.writer.bytes, &bytes)
        bytes.append(UInt8(ascii: "]"))
    }
}

/// Writes the fields of one object.
public struct JSONObjectWriter: ~Copyable {
    @usableFromInline var writer = JSONWriter()
    private var isFirst = true

    init() {}

    // Inlinable, so that a call with a known type needs no generic metadata at run time.

    /// Writes a field; nothing at all when the value is nil, as fields that do not apply are absent.
    @inlinable public mutating func field<Value: JSONWritable>(_ key: String, _ value: Value?) {
        guard let value else { return }
        self.key(key)
        value.write(to: &writer)
    }

    /// Writes a field whose absence is said by null.
    @inlinable public mutating func fieldOrNull<Value: JSONWritable>(_ key: String, _ value: Value?) {
        self.key(key)
        if let value { value.write(to: &writer) } else { writer.null() }
    }

    public mutating func object(_ key: String, _ body: (inout JSONObjectWriter) -> Void) {
        self.key(key)
        writer.object(body)
    }

    public mutating func array(_ key: String, _ body: (inout JSONArrayWriter) -> Void) {
        self.key(key)
        writer.array(body)
    }

    /// Writes an array with an object for each element.
    public mutating func array<Elements: Sequence>(
        _ key: String, of elements: Elements, _ body: (inout JSONObjectWriter, Elements.Element) -> Void
    ) {
        array(key) { array in
            for element in elements { array.object { body(&$0, element) } }
        }
    }

    @usableFromInline mutating func key(_ key: String) {
        if !isFirst { writer.bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        writer.string(key)
        writer.bytes.append(UInt8(ascii: ":"))
    }
}

/// Writes the elements of one array.
public struct JSONArrayWriter: ~Copyable {
    var writer = JSONWriter()
    private var isFirst = true

    init() {}

    public mutating func element(_ value: some JSONWritable) {
        separate()
        value.write(to: &writer)
    }

    public mutating func object(_ body: (inout JSONObjectWriter) -> Void) {
        separate()
        writer.object(body)
    }

    public mutating func array(_ body: (inout JSONArrayWriter) -> Void) {
        separate()
        writer.array(body)
    }

    private mutating func separate() {
        if !isFirst { writer.bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }
}
