public import Domain
import Synchronization

/// Hashes by writing the password down, and counts how often it was asked.
public final class ToyHasher: PasswordHasher {
    private let checks = Mutex(0)

    public init() {}

    /// How many passwords were compared.
    public var compared: Int { checks.withLock { $0 } }

    public func hash(_ password: Secret<String>) async throws(PasswordFault) -> PasswordHashText {
        PasswordHashText("toy:" + password.reveal())
    }

    public func check(
        _ password: Secret<String>, against hash: PasswordHashText
    ) async throws(PasswordFault) -> PasswordVerdict {
        checks.withLock { $0 += 1 }
        if hash.reveal() == "old:" + password.reveal() {
            return .right(rehashed: PasswordHashText("toy:" + password.reveal()))
        }
        return hash.reveal() == "toy:" + password.reveal() ? .right(rehashed: nil) : .wrong
    }
}
