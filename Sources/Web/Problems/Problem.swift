import HTTP
public import JSON

/// What a caller is told when a request fails (RFC 9457). It never repeats a secret or what was sent.
public struct Problem: Error, Sendable {
    public let code: ProblemCode
    /// A sentence for the person who reads the answer; without one the title serves again.
    public let detail: String?
    public var errors: [JSONFieldError] = []
    /// Seconds; sent as a field of the head as well.
    public var retryAfter: Int?
    public var triesLeft: Int?
    /// The limit that was met.
    public var rule: String?
    /// The step that comes first.
    public var next: String?
    /// The methods that are allowed.
    var allowed: [Method] = []

    public init(_ code: ProblemCode, _ detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    /// A body without the shape that was asked for.
    public init(_ error: JSONShapeError) {
        self.init(.malformedRequest, "The body is not what this call takes.")
        errors = error.fieldErrors
    }
}

extension Problem: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("type", "/docs#\(code.rawValue)")
            $0.field("title", code.title)
            $0.field("status", code.status.code)
            $0.field("code", code.rawValue)
            $0.field("detail", detail ?? code.title)
            $0.field("tries_left", triesLeft)
            $0.field("retry_after", retryAfter)
            $0.field("rule", rule)
            $0.field("next", next)
            guard !errors.isEmpty else { return }
            $0.array("errors", of: errors) { object, error in
                object.field("field", error.field)
                object.field("reason", error.reason)
            }
        }
    }

    func response(_ fields: SiteFields) -> Response {
        var fields = fields.problem
        if code.status.code == 401 { fields.add("WWW-Authenticate", "Bearer") }
        // RFC 9110, 10.2.3, and every 429 and 503 of ours says when to come back.
        if let seconds = retryAfter ?? (code.status.code == 503 ? 1 : nil) {
            fields.add("Retry-After", FieldValue(seconds))
        }
        if !allowed.isEmpty, let methods = FieldValue(allowed.map(\.description).joined(separator: ", ")) {
            fields.add("Allow", methods)
        }
        return Response(code.status, fields, body: .bytes(json))
    }
}
