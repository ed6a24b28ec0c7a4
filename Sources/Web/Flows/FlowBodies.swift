import JSON

/// The body of a start: `POST /v1/login` and `/v1/reset`.
struct StartBody: JSONReadable {
    let email: String?
    let phone: String?
    let locale: String?
    let deviceToken: String?

    init(from fields: inout JSONFields) {
        email = fields.optionalString("email")
        phone = fields.optionalString("phone")
        locale = fields.optionalString("locale")
        deviceToken = fields.optionalString("device_token")
    }
}

/// The body of `POST /v1/register`.
struct RegisterBody: JSONReadable {
    let start: StartBody
    let profile: ProfileBody?

    init(from fields: inout JSONFields) {
        start = StartBody(from: &fields)
        profile = fields.optionalObject("profile", as: ProfileBody.self)
    }
}

struct CodeBody: JSONReadable {
    let flowKey: String
    let code: String

    init(from fields: inout JSONFields) {
        flowKey = fields.string("flow_key")
        code = fields.string("code")
    }
}

struct PasswordBody: JSONReadable {
    let flowKey: String
    let password: String

    init(from fields: inout JSONFields) {
        flowKey = fields.string("flow_key")
        password = fields.string("password")
    }
}

struct ResendBody: JSONReadable {
    let flowKey: String
    let channel: String?

    init(from fields: inout JSONFields) {
        flowKey = fields.string("flow_key")
        channel = fields.optionalString("channel")
    }
}

struct FlowKeyBody: JSONReadable {
    let flowKey: String

    init(from fields: inout JSONFields) {
        flowKey = fields.string("flow_key")
    }
}
