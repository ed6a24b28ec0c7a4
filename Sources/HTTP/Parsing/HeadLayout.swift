/// Where the parts of a request head lie in the bytes it was parsed from. Nothing is copied.
struct HeadLayout: Equatable, Sendable {
    enum Framing: Equatable, Sendable {
        case none
        case length(Int)
        case chunked
    }

    var method: Method
    /// The path, undecoded, from its first slash; `*` for `OPTIONS *`.
    var path: Range<Int>
    /// What stands behind the first question mark; absent without one.
    var query: Range<Int>?
    /// The host and port the request is for: of the target if it names them, else of the Host field
    /// (RFC 9112, 3.2.2). Never empty; absent only from HTTP/1.0.
    var host: Range<Int>?
    /// 0 or 1, of HTTP/1.x.
    var minorVersion: Int
    var fields: [Field]
    var framing: Framing
    var keepsAlive: Bool
    /// Whether the client waits for `100 Continue` before it sends the body; false when there is none.
    var expectsContinue: Bool
    /// How long the head is, its last empty line included.
    var length: Int
}

extension HeadLayout {
    /// One header field; the value has no white space around it. Narrow offsets keep a head of 16 fields
    /// in 256 bytes.
    struct Field: Equatable, Sendable {
        private var nameStart: UInt32
        private var nameEnd: UInt32
        private var valueStart: UInt32
        private var valueEnd: UInt32

        init(name: Range<Int>, value: Range<Int>) {
            nameStart = UInt32(name.lowerBound)
            nameEnd = UInt32(name.upperBound)
            valueStart = UInt32(value.lowerBound)
            valueEnd = UInt32(value.upperBound)
        }

        var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
    }
}
