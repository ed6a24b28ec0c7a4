public import Accounts
import Domain
import HTTP
import JSON

/// Registering, signing in and resetting: `POST /v1/register` … `POST /v1/flows/cancel`.
public struct FlowRoutes: Sendable {
    private let signIn: SignIn
    private let contacts: ContactReader

    public init(_ signIn: SignIn, contacts: ContactReader) {
        self.signIn = signIn
        self.contacts = contacts
    }

    public var table: [Route] {
        [
            .open(.post, "/v1/register", register),
            .open(.post, "/v1/login", login),
            .open(.post, "/v1/reset", reset),
            .flow(.post, "/v1/flows/code", code),
            .flow(.post, "/v1/flows/password", password),
            .flow(.post, "/v1/flows/resend", resend),
            .flow(.post, "/v1/flows/status", status),
            .flow(.post, "/v1/flows/cancel", cancel),
        ]
    }

    @Sendable private func register(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(RegisterBody.self)
        let start = try self.start(body.start)
        let profile = try body.profile?.profile() ?? .empty
        let step = try await Problem.translating { () async throws(AccountsError) in
            try await signIn.register(
                start.contact, profile: profile, locale: start.locale, deviceToken: start.deviceToken,
                from: Caller(call.request))
        }
        return call.json(.accepted, step)
    }

    @Sendable private func login(_ call: Call) async throws(Problem) -> Response {
        let start = try self.start(try call.body(StartBody.self))
        let step = try await Problem.translating { () async throws(AccountsError) in
            try await signIn.login(
                start.contact, locale: start.locale, deviceToken: start.deviceToken,
                from: Caller(call.request))
        }
        return call.json(.accepted, step)
    }

    @Sendable private func reset(_ call: Call) async throws(Problem) -> Response {
        let start = try self.start(try call.body(StartBody.self))
        let step = try await Problem.translating { () async throws(AccountsError) in
            try await signIn.reset(
                start.contact, locale: start.locale, deviceToken: start.deviceToken,
                from: Caller(call.request))
        }
        return call.json(.accepted, step)
    }

    @Sendable private func code(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(CodeBody.self)
        let result = try await Problem.translating { () async throws(AccountsError) in
            try await signIn.submit(code: body.code, body.flowKey, from: Caller(call.request))
        }
        return call.json(.ok, result)
    }

    @Sendable private func password(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(PasswordBody.self)
        let result = try await Problem.translating { () async throws(AccountsError) in
            try await signIn.submit(password: Secret(body.password), body.flowKey, from: Caller(call.request))
        }
        return call.json(.ok, result)
    }

    @Sendable private func resend(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(ResendBody.self)
        let channel = try body.channel.map(Contact.Kind.init(requested:))
        let step = try await Problem.translating { () async throws(AccountsError) in
            try await signIn.resend(body.flowKey, channel: channel, from: Caller(call.request))
        }
        return call.json(.accepted, step)
    }

    @Sendable private func status(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(FlowKeyBody.self)
        let step = try await Problem.translating { () async throws(AccountsError) in
            try await signIn.status(body.flowKey)
        }
        return call.json(.ok, step)
    }

    @Sendable private func cancel(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(FlowKeyBody.self)
        try await Problem.translating { () async throws(AccountsError) in
            try await signIn.cancel(body.flowKey)
        }
        return call.noContent()
    }

    private struct Start {
        let contact: Contact
        let locale: LanguageTag?
        let deviceToken: String?
    }

    /// A locale that is no language tag is as good as none: unknown languages fall back.
    private func start(_ body: StartBody) throws(Problem) -> Start {
        Start(
            contact: try contacts.contact(email: body.email, phone: body.phone),
            locale: body.locale.flatMap(LanguageTag.init), deviceToken: body.deviceToken)
    }
}

extension Contact.Kind {
    /// Fails with `invalid_field`.
    init(requested text: String) throws(Problem) {
        guard let kind = Contact.Kind(rawValue: text) else {
            throw Problem(field: "channel", "must be email or phone")
        }
        self = kind
    }
}
