/// An address that mail can be sent to: a dot-atom, `@`, and a domain in A-labels.
///
/// Nothing but visible ASCII gets in, so no two addresses look alike and differ only in their script.
/// Case makes no difference to equality; a dot or a `+tag` in the local part does.
public struct EmailAddress: Sendable {
    /// What mail is sent to: the local part as it was typed, for to some hosts case matters.
    public let text: String
    /// What is hashed, looked up and compared: all in lower case.
    public let canonical: String

    /// Takes an address whose domain is in ASCII already. `allowingLocalhost` is for the sender of messages
    /// on a developer's machine; a person's address has a domain of two labels at least, even there, for the
    /// development inbox takes any address and on a server `root@localhost` would be a mailbox of the house.
    public init(parsing text: String, allowingLocalhost: Bool = false) throws(EmailAddressError) {
        let parts = try EmailAddress.split(text)
        try self.init(local: parts.local, domain: parts.domain, allowingLocalhost: allowingLocalhost)
    }

    /// Takes the two sides as `split` gives them, the domain converted to A-labels.
    public init(
        local: String, domain: String, allowingLocalhost: Bool = false
    ) throws(EmailAddressError) {
        try EmailAddress.checkLocalPart(local)
        let domain = try EmailAddress.checkedDomain(domain, allowingLocalhost: allowingLocalhost)
        guard local.utf8.count + 1 + domain.utf8.count <= EmailAddress.longest else { throw .tooLong }
        text = local + "@" + domain
        canonical = local.lowercased() + "@" + domain
    }

    /// The domain, in lower case and A-labels.
    public var domain: String {
        String(text[text.index(after: atSign)...])
    }

    /// `a•••@e•••.com`: tells its owner which address it is, and nobody else much.
    public var masked: String {
        let domain = text[text.index(after: atSign)...]
        let lastLabel = domain.split(separator: ".").last ?? domain
        return "\(text.prefix(1))•••@\(domain.prefix(1))•••.\(lastLabel)"
    }

    private var atSign: String.Index {
        text.firstIndex(of: "@") ?? text.startIndex
    }
}

extension EmailAddress: Hashable {
    public static func == (left: EmailAddress, right: EmailAddress) -> Bool {
        left.canonical == right.canonical
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(canonical)
    }
}
