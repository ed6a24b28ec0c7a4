import HTTP
import JSON
import Web

/// The body that a sign-in begins with.
private struct LoginBody: JSONReadable {
    let email: String
    let locale: String?

    init(from fields: inout JSONFields) {
        email = fields.string("email")
        locale = fields.optionalString("locale")
    }
}

/// Reads such a body and answers in kind: JSON in and out, with no login behind it.
@Sendable func startLogin(_ call: Call) async throws(Problem) -> Response {
    let body = try call.body(LoginBody.self)
    return call.json {
        $0.field("email", body.email)
        $0.field("locale", body.locale ?? "en")
    }
}
