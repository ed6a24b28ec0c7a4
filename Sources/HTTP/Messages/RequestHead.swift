/// The head of a request: accepted, and copied out of the receive buffer. Shared by all who look at the request.
final class RequestHead: Sendable {
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

    init(id: String, method: Method, path: String, query: String?, fields: RequestFields) {
        self.id = id
        self.method = method
        self.path = path
        self.query = query
        self.fields = fields
        minorVersion = 1
        keepsAlive = true
    }
}
