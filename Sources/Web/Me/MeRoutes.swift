public import Accounts
import Domain
import HTTP
import JSON

/// What the holder of a session sees and does of the own account.
public struct MeRoutes: Sendable {
    private let sessions: Sessions
    private let confirm: Confirm
    private let passwords: Passwords
    private let history: History

    public init(_ sessions: Sessions, _ confirm: Confirm, _ passwords: Passwords, _ history: History) {
        self.sessions = sessions
        self.confirm = confirm
        self.passwords = passwords
        self.history = history
    }

    public var table: [Route] {
        [
            .bearer(.get, "/v1/me", show),
            .bearer(.post, "/v1/me/confirm", startConfirming),
            .fresh(.put, "/v1/me/password", setPassword),
            .fresh(.delete, "/v1/me/password", removePassword),
            .bearer(.get, "/v1/me/sessions", query: Page.query, listSessions),
            .bearer(.delete, "/v1/me/sessions", query: ["keep"], endSessions),
            .bearer(.delete, "/v1/me/sessions/{id}", endSession),
            .bearer(.get, "/v1/me/history", query: Page.query, showHistory),
        ]
    }

    @Sendable private func show(_ call: Call, _ principal: Principal) async throws(Problem) -> Response {
        call.json(.ok, principal.user)
    }

    @Sendable private func startConfirming(
        _ call: Call, _ principal: Principal
    ) async throws(Problem) -> Response {
        let channel = try call.bodyIfAny(ConfirmBody.self).channel.map { text throws(Problem) in
            try Contact.Kind(requested: text)
        }
        let step = try await Problem.translating { () async throws(AccountsError) in
            try await confirm.start(principal, channel: channel, from: Caller(call.request))
        }
        return call.json(.accepted, step)
    }

    @Sendable private func setPassword(
        _ call: Call, _ principal: Principal
    ) async throws(Problem) -> Response {
        let body = try call.body(NewPasswordBody.self)
        try await Problem.translating { () async throws(AccountsError) in
            try await passwords.set(Secret(body.password), for: principal, from: Caller(call.request))
        }
        return call.noContent()
    }

    @Sendable private func removePassword(
        _ call: Call, _ principal: Principal
    ) async throws(Problem) -> Response {
        try call.noBody()
        try await Problem.translating { () async throws(AccountsError) in
            try await passwords.remove(for: principal, from: Caller(call.request))
        }
        return call.noContent()
    }

    @Sendable private func listSessions(
        _ call: Call, _ principal: Principal
    ) async throws(Problem) -> Response {
        let page = try Page(call)
        let after = try page.cursor { SessionID($0) }
        let rows = try await Problem.translating { () async throws(AccountsError) in
            try await sessions.list(principal, after: after, limit: page.limit + 1)
        }
        return call.list(rows, page, cursor: { $0.id.description }) { session in
            SessionRow(session: session, isCurrent: session.id == principal.session.id)
        }
    }

    @Sendable private func endSessions(
        _ call: Call, _ principal: Principal
    ) async throws(Problem) -> Response {
        try call.noBody()
        let keep = call.query["keep"]
        guard keep == nil || keep == "current" else {
            throw Problem(field: "keep", "can only be current", .malformedRequest)
        }
        try await Problem.translating { () async throws(AccountsError) in
            try await sessions.endAll(of: principal, keepingCurrent: keep != nil, from: Caller(call.request))
        }
        return call.noContent()
    }

    @Sendable private func endSession(
        _ call: Call, _ principal: Principal
    ) async throws(Problem) -> Response {
        try call.noBody()
        guard let id = call.path["id"].flatMap({ SessionID($0) }) else { throw Problem(ProblemCode.notFound) }
        try await Problem.translating { () async throws(AccountsError) in
            try await sessions.end(id, of: principal, from: Caller(call.request))
        }
        return call.noContent()
    }

    @Sendable private func showHistory(
        _ call: Call, _ principal: Principal
    ) async throws(Problem) -> Response {
        let page = try Page(call)
        let after = try page.cursor { EventID($0) }
        let rows = try await Problem.translating { () async throws(AccountsError) in
            try await history.page(principal, after: after, limit: page.limit + 1)
        }
        return call.list(rows, page, cursor: { $0.id.description }) { $0 }
    }
}

struct ConfirmBody: JSONReadable {
    let channel: String?

    init(from fields: inout JSONFields) {
        channel = fields.optionalString("channel")
    }
}

struct NewPasswordBody: JSONReadable {
    let password: String

    init(from fields: inout JSONFields) {
        password = fields.string("password")
    }
}
