public import Crypto

/// Why a token is not accepted.
public enum TokenError: Error, Hashable, Sendable {
    /// Not of the form that we write.
    case malformed
    /// Made by none of our keys: another key, another algorithm, another type, or a changed byte.
    case unauthentic
    case wrongIssuer
    case wrongAudience
    case expired
    /// The engine below failed; it says nothing about the token.
    case engine(CryptoError)
}
