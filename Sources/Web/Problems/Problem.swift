import Accounts
import HTTP
public import JSON

/// What a caller is told when a request fails (RFC 9457). It never repeats a secret or what was sent.
@dynamicMemberLookup
public struct Problem: Error, Sendable {
    /// What only some cases need.
    public struct Details: Sendable {
        /// A sentence for the person who reads the answer; without one the title serves again.
        public var detail: String?
        public var errors: [JSONFieldError] = []
        /// Seconds; sent as a field of the head as well.
        public var retryAfter: Int?
        public var triesLeft: Int?
        /// The limit that was met.
        public var rule: String?
        /// The step that comes first.
        public var next: String?
        /// The step that comes instead.
        var step: StepView?
        /// The methods that are allowed.
        var allowed: [Method] = []
    }

    public let code: ProblemCode
    /// None or one. Behind an array because a problem has its place in the frame of every handler that can throw
    /// it, for as long as that handler waits.
    private var details: [Details] = []

    public init(_ code: ProblemCode, _ detail: String? = nil) {
        self.code = code
        if detail != nil { self.detail = detail }
    }

    /// A body without the shape that was asked for.
    public init(_ error: JSONShapeError) {
        self.init(ProblemCode.malformedRequest, "The body is not what this call takes.")
        self.errors = error.fieldErrors
    }

    public subscript<Value>(dynamicMember member: WritableKeyPath<Details, Value>) -> Value {
        get { (details.first ?? Details())[keyPath: member] }
        set {
            if details.isEmpty { details.append(Details()) }
            details[0][keyPath: member] = newValue
        }
    }
}

extension Problem: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("type", "/docs#\(code.rawValue)")
            $0.field("title", code.title)
            $0.field("status", code.status.code)
            $0.field("code", code.rawValue)
            $0.field("detail", self.detail ?? code.title)
            $0.field("tries_left", self.triesLeft)
            $0.field("retry_after", self.retryAfter)
            $0.field("rule", self.rule)
            $0.field("next", self.next)
            $0.field("step", self.step)
            guard !self.errors.isEmpty else { return }
            $0.array("errors", of: self.errors) { object, error in
                object.field("field", error.field)
                object.field("reason", error.reason)
            }
        }
    }

    func response(_ fields: SiteFields) -> Response {
        var fields = fields.problem
        if code.status.code == 401 { fields.add("WWW-Authenticate", "Bearer") }
        // RFC 9110, 10.2.3, and every 429 and 503 of ours says when to come back.
        if let seconds = self.retryAfter ?? (code.status.code == 503 ? 1 : nil) {
            fields.add("Retry-After", FieldValue(seconds))
        }
        if !self.allowed.isEmpty,
            let methods = FieldValue(self.allowed.map(\.description).joined(separator: ", "))
        {
            fields.add("Allow", methods)
        }
        return Response(code.status, fields, body: .bytes(json))
    }
}
