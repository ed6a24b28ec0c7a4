public import Accounts
import HTTP

/// Finds out who calls with an access token.
public struct Gate: Sendable {
    private let sessions: Sessions

    public init(_ sessions: Sessions) {
        self.sessions = sessions
    }

    /// Fails with `token_invalid` or `token_expired`.
    func principal(of request: Request) async throws(Problem) -> Principal {
        guard let token = request.bearerToken else { throw Problem(ProblemCode.tokenInvalid) }
        return try await Problem.translating { () async throws(AccountsError) in
            try await sessions.authorize(token)
        }
    }

    /// Fails with `confirmation_required` too.
    func freshPrincipal(of request: Request) async throws(Problem) -> Principal {
        guard let token = request.bearerToken else { throw Problem(ProblemCode.tokenInvalid) }
        return try await Problem.translating { () async throws(AccountsError) in
            try await sessions.authorizeFresh(token)
        }
    }
}

extension Request {
    /// What stands behind `Authorization: Bearer`. The scheme has no case (RFC 9110, 11.1).
    var bearerToken: String? {
        guard let value = fields["authorization"] else { return nil }
        let parts = value.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "bearer", !parts[1].isEmpty else { return nil }
        return String(parts[1])
    }
}
