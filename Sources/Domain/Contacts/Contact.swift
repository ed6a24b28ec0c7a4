/// What a code can be sent to. Two contacts are one when their canonical texts are.
public enum Contact: Hashable, Sendable {
    case email(EmailAddress)
    case phone(PhoneNumber)

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case email
        case phone
    }

    public var kind: Kind {
        switch self {
        case .email: .email
        case .phone: .phone
        }
    }

    /// What ledgers hash and stores look up. A number begins with `+` and has no `@`, an address has one, so
    /// the text alone tells the two apart.
    public var canonical: String {
        switch self {
        case .email(let address): address.canonical
        case .phone(let number): number.canonical
        }
    }

    /// What a message is sent to, and what stores keep beside the canonical text.
    public var text: String {
        switch self {
        case .email(let address): address.text
        case .phone(let number): number.canonical
        }
    }

    /// What a step shows as `sent_to`. Make it from what the caller typed: the stored address may be written
    /// in another case, and would tell a stranger that it is there.
    public var masked: String {
        switch self {
        case .email(let address): address.masked
        case .phone(let number): number.masked
        }
    }

    /// Takes a contact back from where its `text` was kept; nil when that is damaged.
    public init?(kind: Kind, stored text: String) {
        switch kind {
        case .email:
            guard let address = try? EmailAddress(parsing: text) else { return nil }
            self = .email(address)
        case .phone:
            guard let number = try? PhoneNumber(stored: text) else { return nil }
            self = .phone(number)
        }
    }
}
