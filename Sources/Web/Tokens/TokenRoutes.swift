public import Accounts
import Domain
import HTTP
import JSON

/// Refreshing, revoking and checking tokens, and signing out.
public struct TokenRoutes: Sendable {
    private let sessions: Sessions

    public init(_ sessions: Sessions) {
        self.sessions = sessions
    }

    public var table: [Route] {
        [
            .open(.post, "/v1/token/refresh", refresh),
            .open(.post, "/v1/token/revoke", revoke),
            .bearer(.get, "/v1/check", query: ["role"], isUncounted: true, check),
            .bearer(.post, "/v1/logout", logout),
        ]
    }

    @Sendable private func refresh(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(RefreshBody.self)
        let signedIn = try await Problem.translating { () async throws(AccountsError) in
            try await sessions.refresh(body.refreshToken, from: Caller(call.request))
        }
        return call.json(.ok, signedIn)
    }

    @Sendable private func revoke(_ call: Call) async throws(Problem) -> Response {
        let body = try call.body(RefreshBody.self)
        try await Problem.translating { () async throws(AccountsError) in
            try await sessions.revoke(body.refreshToken, from: Caller(call.request))
        }
        return call.noContent()
    }

    /// Made for nginx `auth_request`: what an application behind it wants to know stands in the head too.
    @Sendable private func check(_ call: Call, _ principal: Principal) async throws(Problem) -> Response {
        let roles = principal.user.roles.sorted().map(\.description)
        if let wanted = call.query["role"], !roles.contains(wanted) { throw Problem(ProblemCode.roleMissing) }
        var response = call.json { answer in
            answer.field("active", true)
            answer.field("sub", principal.user.id.description)
            answer.field("sid", principal.session.id.description)
            answer.field("roles", roles)
            answer.field("exp", principal.grant.expiresAt.seconds)
            answer.field("auth_time", principal.session.authenticatedAt.seconds)
            answer.array("amr") { array in
                for method in principal.session.methods { array.element(method.rawValue) }
            }
        }
        response.fields.add("X-Auth-User", principal.user.id.description)
        response.fields.add("X-Auth-Session", principal.session.id.description)
        response.fields.add("X-Auth-Roles", roles.joined(separator: ","))
        return response
    }

    @Sendable private func logout(_ call: Call, _ principal: Principal) async throws(Problem) -> Response {
        try call.noBody()
        try await Problem.translating { () async throws(AccountsError) in
            try await sessions.logout(principal, from: Caller(call.request))
        }
        return call.noContent()
    }
}

struct RefreshBody: JSONReadable {
    let refreshToken: String

    init(from fields: inout JSONFields) {
        refreshToken = fields.string("refresh_token")
    }
}

extension ResponseFields {
    /// For our own identifiers and names of roles, which are visible ASCII: anything else is left out.
    fileprivate mutating func add(_ name: FieldName, _ text: String) {
        if let value = FieldValue(text) { add(name, value) }
    }
}

extension Timestamp {
    /// JWT's seconds.
    var seconds: Int64 { milliseconds / 1000 }
}
