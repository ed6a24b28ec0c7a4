public import Domain

/// What an access token says (RFC 9068, 2.2). Times are whole seconds.
public struct AccessTokenClaims: Hashable, Sendable {
    public let issuer: String
    public let audience: String
    public let user: UserID
    public let session: SessionID
    public let id: AccessTokenID
    public let issuedAt: Timestamp
    public let expiresAt: Timestamp
    public let authenticatedAt: Timestamp
    public let methods: [AuthenticationMethod]
    public let roles: [String]
    /// Of an application's token alone: the client it was given to, and what for.
    public let client: String?
    public let scope: String?

    public init(
        issuer: String, audience: String, user: UserID, session: SessionID, id: AccessTokenID,
        issuedAt: Timestamp, expiresAt: Timestamp, authenticatedAt: Timestamp,
        methods: [AuthenticationMethod], roles: [String], client: String? = nil, scope: String? = nil
    ) {
        self.issuer = issuer
        self.audience = audience
        self.user = user
        self.session = session
        self.id = id
        self.issuedAt = Timestamp(seconds: issuedAt.seconds)
        self.expiresAt = Timestamp(seconds: expiresAt.seconds)
        self.authenticatedAt = Timestamp(seconds: authenticatedAt.seconds)
        self.methods = methods
        self.roles = roles
        self.client = client
        self.scope = scope
    }

    /// RFC 7519, 4.1.4: on `exp` it is over. No leeway: issuer and verifier are one program.
    public func isExpired(at now: Timestamp) -> Bool {
        now >= expiresAt
    }
}

extension AccessTokenClaims {
    /// The payload, always with its members in this order.
    var payload: [UInt8] {
        var writer = ClaimsWriter()
        writer.add("iss", issuer)
        writer.add("aud", audience)
        writer.add("sub", user.description)
        writer.add("sid", session.description)
        writer.add("jti", id.description)
        writer.add("iat", issuedAt.seconds)
        writer.add("exp", expiresAt.seconds)
        writer.add("auth_time", authenticatedAt.seconds)
        writer.add("amr", methods.map(\.rawValue))
        writer.add("roles", roles)
        if let client { writer.add("client_id", client) }
        if let scope { writer.add("scope", scope) }
        return writer.finished()
    }

    /// Reads exactly what `payload` wrote.
    init(payload: [UInt8]) throws(TokenError) {
        var reader = try ClaimsReader(payload)
        let issuer = try reader.string("iss")
        let audience = try reader.string("aud")
        let (user, session, id) = try (reader.string("sub"), reader.string("sid"), reader.string("jti"))
        guard let user = UserID(user), let session = SessionID(session), let id = AccessTokenID(id) else {
            throw .malformed
        }
        let (issuedAt, expiresAt) = try (reader.number("iat"), reader.number("exp"))
        let authenticatedAt = try reader.number("auth_time")
        var methods: [AuthenticationMethod] = []
        for name in try reader.strings("amr") {
            guard let method = AuthenticationMethod(rawValue: name) else { throw .malformed }
            methods.append(method)
        }
        let roles = try reader.strings("roles")
        let (client, scope) = try (reader.optionalString("client_id"), reader.optionalString("scope"))
        try reader.finish()
        self.init(
            issuer: issuer, audience: audience, user: user, session: session, id: id,
            issuedAt: Timestamp(seconds: issuedAt), expiresAt: Timestamp(seconds: expiresAt),
            authenticatedAt: Timestamp(seconds: authenticatedAt), methods: methods, roles: roles,
            client: client, scope: scope)
    }
}

extension Timestamp {
    init(seconds: Int64) {
        self.init(milliseconds: seconds * 1000)
    }

    var seconds: Int64 { milliseconds / 1000 }
}
