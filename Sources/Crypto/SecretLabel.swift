/// The uses of the server secret. Each derives a key of its own, so that nothing made for one use passes for
/// another. The raw values are part of every token and stored key: they never change.
///
/// There is none for the guess ledger: `docs/decisions/0010-ledger-key.md` says why.
public enum SecretLabel: String, CaseIterable, Sendable {
    case loginCode = "latchkey/1/login-code"
    case refreshToken = "latchkey/1/refresh-token"
    case flowKey = "latchkey/1/flow-key"
    case deviceToken = "latchkey/1/device-token"
    case storedKey = "latchkey/1/stored-key"
}
