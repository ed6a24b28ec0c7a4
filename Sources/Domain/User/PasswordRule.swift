/// What a new password must be. Length is what counts (NIST SP 800-63B, 3.1.1.2): no rule asks for signs.
public struct PasswordRule: Hashable, Sendable {
    public enum Weakness: String, Error, Hashable, Sendable {
        case tooShort = "too_short"
        case tooLong = "too_long"
        /// One or two characters, over and over.
        case tooSimple = "too_simple"
        /// It is, or holds, what its owner signs in with.
        case namesContact = "names_contact"
    }

    /// Hashing takes any length; a request that carries more than this is no person's.
    static let longestBytes = 1024

    public var minimumLength: Int

    public init(minimumLength: Int = 12) {
        self.minimumLength = minimumLength
    }

    /// Fails with what is wrong.
    public func check(_ password: Secret<String>, contacts: [Contact]) throws(Weakness) {
        let text = password.reveal()
        guard text.utf8.count <= Self.longestBytes else { throw .tooLong }
        guard text.unicodeScalars.count >= minimumLength else { throw .tooShort }
        guard Set(text.unicodeScalars).count > 2 else { throw .tooSimple }
        let lowered = text.lowercased()
        guard !contacts.contains(where: { lowered.contains($0.canonical.lowercased()) }) else {
            throw .namesContact
        }
    }
}
