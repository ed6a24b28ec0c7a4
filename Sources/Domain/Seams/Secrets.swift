/// Derives what is handed out and stored nowhere: codes, flow keys, refresh tokens, device tokens. The same
/// arguments give the same text until the server secret is rotated. Reading gives nil for anything that none
/// of our secrets made; it never fails otherwise.
public protocol SecretDeriver: Sendable {
    func code(of flow: FlowID, generation: UInt32, shape: CodeShape) -> LoginCode

    func flowKey(of flow: FlowID, number: UInt32) -> Secret<String>
    func readFlowKey(_ text: String) -> (id: FlowID, number: UInt32)?

    func refreshToken(of session: SessionID, generation: UInt32) -> Secret<String>
    func readRefreshToken(_ text: String) -> (id: SessionID, number: UInt32)?

    func deviceToken(of device: DeviceID, number: UInt32) -> Secret<String>
    func readDeviceToken(_ text: String) -> (id: DeviceID, number: UInt32)?

    /// The slot of a contact's keyed hash. Its key survives every rotation, for no rotation gives guesses back.
    func slot(of contact: Contact) -> LedgerSlot
}

/// What an access token says.
public struct AccessGrant: Hashable, Sendable {
    public let id: AccessTokenID
    public let user: UserID
    public let session: SessionID
    public let issuedAt: Timestamp
    public let expiresAt: Timestamp
    public let authenticatedAt: Timestamp
    public let methods: [AuthenticationMethod]
    public let roles: [Role]

    public init(
        id: AccessTokenID, user: UserID, session: SessionID, issuedAt: Timestamp, expiresAt: Timestamp,
        authenticatedAt: Timestamp, methods: [AuthenticationMethod], roles: [Role]
    ) {
        self.id = id
        self.user = user
        self.session = session
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.authenticatedAt = authenticatedAt
        self.methods = methods
        self.roles = roles
    }
}

/// Signs access tokens and reads its own.
public protocol TokenSigner: Sendable {
    /// Fails with `.engineFailed` when there is no key to sign with.
    func sign(_ grant: AccessGrant) throws(TokenFault) -> Secret<String>
    /// Fails with `.invalid` or `.expired`. Whether its session lives, the store says.
    func read(_ token: String, at now: Timestamp) throws(TokenFault) -> AccessGrant
}

public enum TokenFault: Error, Hashable, Sendable {
    case invalid
    case expired
    case engineFailed
}

/// Hashes passwords on a bounded pool: it takes a tenth of a second and more.
public protocol PasswordHasher: Sendable {
    /// Fails with `.busy` when the pool is full.
    func hash(_ password: Secret<String>) async throws(PasswordFault) -> PasswordHashText
    func check(
        _ password: Secret<String>, against hash: PasswordHashText
    ) async throws(PasswordFault) -> PasswordVerdict
}

public enum PasswordVerdict: Hashable, Sendable {
    case wrong
    /// With a new hash when the old one was made elsewhere or at another cost.
    case right(rehashed: PasswordHashText?)
}

public enum PasswordFault: Error, Hashable, Sendable {
    case busy
    case engineFailed
}
