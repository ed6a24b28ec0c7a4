public import Domain
import Synchronization

/// Signs by remembering.
public final class ToySigner: TokenSigner {
    private let grants = Mutex<[String: AccessGrant]>([:])

    public init() {}

    public func sign(_ grant: AccessGrant) throws(TokenFault) -> Secret<String> {
        let text = "access/\(grant.id)"
        grants.withLock { $0[text] = grant }
        return Secret(text)
    }

    public func read(_ token: String, at now: Timestamp) throws(TokenFault) -> AccessGrant {
        guard let grant = grants.withLock({ $0[token] }) else { throw .invalid }
        guard now < grant.expiresAt else { throw .expired }
        return grant
    }
}
