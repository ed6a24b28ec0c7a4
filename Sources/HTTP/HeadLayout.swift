/// Where the parts of a request head lie in the bytes it was parsed from. Nothing is copied.
struct HeadLayout: Equatable {
    /// One header field; the value has no white space around it.
    struct Field: Equatable {
        var name: Range<Int>
        var value: Range<Int>
    }

    enum Framing: Equatable {
        case none
        case length(Int)
        case chunked
    }

    var method: Method
    /// The path, undecoded, from its first slash; `*` for `OPTIONS *`.
    var path: Range<Int>
    /// What stands behind the first question mark; absent without one.
    var query: Range<Int>?
    /// 0 or 1, of HTTP/1.x.
    var minorVersion: Int
    var fields: [Field]
    var framing: Framing
    var keepsAlive: Bool
    var expectsContinue: Bool
    /// How long the head is, its last empty line included.
    var length: Int
}
