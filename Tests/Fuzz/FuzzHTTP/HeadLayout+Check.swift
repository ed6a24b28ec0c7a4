@testable import HTTP

/// What must hold of every head that was accepted, whatever it was read from.
func check(_ layout: HeadLayout, in bytes: Span<UInt8>, by parser: HeadParser) {
    guard (1...parser.limits.head).contains(layout.length) else { fatalError("a head beyond its limit") }
    let head = bytes.array(0..<layout.length)
    guard head.suffix(4) == Array("\r\n\r\n".utf8)[...] else { fatalError("a head without its empty line") }
    // What follows a head is the next request's business.
    guard parser.parse(head.span) == .head(layout) else { fatalError("a head that leans on what follows it") }
    guard parser.parse(head.span.extracting(droppingLast: 1)) == .incomplete else {
        fatalError("a head that ended before")
    }
    guard layout.path.count <= parser.limits.target, layout.fields.count <= parser.limits.fields else {
        fatalError("a target or fields beyond their limit")
    }
    let path = head[layout.path]
    guard path.first == UInt8(ascii: "/") || path == [UInt8(ascii: "*")] || layout.path.isEmpty else {
        fatalError("a path that does not begin with a slash")
    }
    guard layout.host.map({ !$0.isEmpty }) ?? (layout.minorVersion == 0) else { fatalError("no host") }
    for field in layout.fields {
        guard !field.name.isEmpty, head[field.name].allSatisfy(ByteSet.token.contains) else {
            fatalError("a name that is no token")
        }
        let value = head[field.value]
        guard value.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
            fatalError("a control character in a value")
        }
        for end in [value.first, value.last] where end == 0x20 || end == 0x09 {
            fatalError("white space around a value")
        }
    }
}
