/// The status of a response.
public struct Status: Hashable, Sendable {
    public let code: Int

    public init(_ code: Int) {
        precondition((200...599).contains(code), "not the status of a final response")
        self.code = code
    }

    public static let ok = Status(200)
    public static let created = Status(201)
    public static let accepted = Status(202)
    public static let noContent = Status(204)
    public static let seeOther = Status(303)
    public static let notModified = Status(304)

    /// Whether RFC 9110 forbids content, and with it a length (15.3.5, 15.4.5).
    var forbidsContent: Bool { code == 204 || code == 304 }

    /// The status line, made once for each status.
    var line: [UInt8] { Self.lines[code - 200] }

    private static let lines: [[UInt8]] = (200...599).map { code in
        Array("HTTP/1.1 \(code) \(Status(code).reason)\r\n".utf8)
    }

    private var reason: StaticString {
        switch code {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 503: "Service Unavailable"
        default: ""
        }
    }
}
