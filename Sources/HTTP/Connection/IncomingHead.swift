import EventLoop

/// An accepted head, copied out of the receive buffer.
struct IncomingHead {
    let id: String
    let method: Method
    let path: String
    let query: String?
    let fields: RequestFields
    let minorVersion: Int
    let keepsAlive: Bool

    init(_ layout: HeadLayout, _ bytes: Span<UInt8>, id: String) {
        let head = bytes.array(0..<layout.length)
        self.id = id
        method = layout.method
        path = String(decoding: head[layout.path], as: UTF8.self)
        query = layout.query.map { String(decoding: head[$0], as: UTF8.self) }
        fields = RequestFields(head: head, fields: layout.fields)
        minorVersion = layout.minorVersion
        keepsAlive = layout.keepsAlive
    }
}
