import HTTP

/// Names the content of an answer, so that who has it need not fetch it again (RFC 9110, 8.8.3).
struct EntityTag: Sendable {
    let text: String

    /// FNV-1a, 64 bits: tells versions of our own content apart; nobody gains by a collision.
    init(of content: [UInt8]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        text = "\"" + String(hash, radix: 16) + "\""
    }

    /// Whether the list of If-None-Match names this tag; the comparison is the weak one (13.1.2).
    func matches(_ list: String?) -> Bool {
        guard let list else { return false }
        return list.split(separator: ",").contains { part in
            var name = part.drop { $0 == " " || $0 == "\t" }
            while name.last == " " || name.last == "\t" { name.removeLast() }
            if name.hasPrefix("W/") { name = name.dropFirst(2) }
            return name == "*" || name == text
        }
    }
}

extension Call {
    /// An answer that may be kept for `seconds` and is confirmed with a 304 afterwards. It carries the site's
    /// common fields unless it comes with its own.
    func cacheable(
        _ content: [UInt8], type: FieldValue, tag: EntityTag, seconds: Int, under own: ResponseFields? = nil
    ) -> Response {
        var fields = own ?? fields.common
        if let value = FieldValue(tag.text) { fields.add("ETag", value) }
        if let value = FieldValue("public, max-age=\(seconds)") { fields.add("Cache-Control", value) }
        if tag.matches(request.fields["if-none-match"]) { return Response(.notModified, fields) }
        fields.add("Content-Type", type)
        return Response(.ok, fields, body: .bytes(content))
    }
}
