/// The fields that decide how a request is read, and those that must not come twice.
enum KnownField: UInt16 {
    case host, connection, expect
    case contentLength, transferEncoding
    case contentType, authorization, cookie, origin, fetchSite

    /// The field that `name`, a token, names; nil for any other.
    init?(in bytes: Span<UInt8>, at name: Range<Int>) {
        switch name.count {
        case 4 where bytes.spells("host", at: name): self = .host
        case 6 where bytes.spells("cookie", at: name): self = .cookie
        case 6 where bytes.spells("origin", at: name): self = .origin
        case 6 where bytes.spells("expect", at: name): self = .expect
        case 10 where bytes.spells("connection", at: name): self = .connection
        case 12 where bytes.spells("content-type", at: name): self = .contentType
        case 13 where bytes.spells("authorization", at: name): self = .authorization
        case 14 where bytes.spells("content-length", at: name): self = .contentLength
        case 14 where bytes.spells("sec-fetch-site", at: name): self = .fetchSite
        case 17 where bytes.spells("transfer-encoding", at: name): self = .transferEncoding
        default: return nil
        }
    }
}
