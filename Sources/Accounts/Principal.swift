public import Domain

/// Who holds a good access token: its session lives and its account is enabled, as the store says now.
public struct Principal: Sendable {
    public let grant: AccessGrant
    public let session: Session
    public let user: User

    init(grant: AccessGrant, session: Session, user: User) {
        self.grant = grant
        self.session = session
        self.user = user
    }
}
