extension HeadParser {
    /// Reads the fields and the empty line behind them (RFC 9112, 5).
    func fieldLines(
        in bytes: Span<UInt8>, at position: inout Int, rules: inout FieldRules
    ) throws(Stop) -> [HeadLayout.Field] {
        var fields: [HeadLayout.Field] = []
        // What a program sends fits without growing; a browser's fields take one more step.
        fields.reserveCapacity(8)
        while position < bytes.count {
            if bytes[position] == .carriageReturn {
                try endLine(in: bytes, at: &position)
                return fields
            }
            guard fields.count < limits.fields else { throw .refused(.headTooLarge) }
            let name = try fieldName(in: bytes, at: &position)
            let value = try fieldValue(in: bytes, at: &position)
            if let known = KnownField(in: bytes, at: name) {
                try rules.take(known, in: bytes, at: value)
            }
            fields.append(HeadLayout.Field(name: name, value: value))
        }
        throw .incomplete
    }

    /// Reads a name and its colon.
    func fieldName(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) -> Range<Int> {
        let start = position
        let end = bytes.tokenEnd(from: start)
        guard end < bytes.count else { throw .incomplete }
        let byte = bytes[end]
        guard byte == UInt8(ascii: ":"), end > start else {
            throw .malformed(reasonAgainst(byte, first: end == start))
        }
        position = end + 1
        return start..<end
    }

    /// Reads a value and its line's end; what comes back has no white space around it.
    func fieldValue(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) -> Range<Int> {
        let start = position
        var end = bytes.firstUnprintable(from: start)
        while end < bytes.count, bytes[end] == .tab { end = bytes.firstUnprintable(from: end + 1) }
        guard end < bytes.count else { throw .incomplete }
        switch bytes[end] {
        case .carriageReturn, .lineFeed:
            position = end
            try endLine(in: bytes, at: &position)
            return bytes.trimmingWhiteSpace(start..<end)
        case 0x80...:
            // RFC 9110, 5.5 leaves bytes above ASCII without a meaning: one program reads them as Latin-1, the
            // next as UTF-8, and a value that is compared, stored or shown must mean one thing.
            throw .malformed("A field value has a byte outside ASCII.")
        default:
            throw .malformed("A field value has a control character.")
        }
    }

    private func reasonAgainst(_ byte: UInt8, first: Bool) -> StaticReason {
        switch byte {
        case .space, .tab:
            // Before the name: a folded line to one server, a new field to another. Behind it: a field that
            // one server knows and another does not (RFC 9112, 5.1 and 5.2).
            first ? "A field line begins with white space." : "White space stands before a colon."
        case UInt8(ascii: ":"): "A field has no name."
        case .carriageReturn, .lineFeed: "A field line has no colon."
        default: "A field name has a character that no name may have."
        }
    }
}
