/// An account, with everything a step needs to know about it.
public struct User: Hashable, Sendable {
    public static let mostContacts = 5
    public static let mostDevices = 10

    public let id: UserID
    public let createdAt: Timestamp
    public var isDisabled: Bool
    public var profile: Profile
    public var password: PasswordHashText?
    /// Unrefunded guesses at the password.
    public var passwordGuesses: GuessBucket
    /// In the order in which they were proven.
    public var contacts: [ProvenContact]
    public var roles: Set<Role>
    public var devices: [KnownDevice]

    public init(
        id: UserID, createdAt: Timestamp, isDisabled: Bool = false, profile: Profile = .empty,
        password: PasswordHashText? = nil, passwordGuesses: GuessBucket = .empty,
        contacts: [ProvenContact], roles: Set<Role> = [], devices: [KnownDevice] = []
    ) {
        self.id = id
        self.createdAt = createdAt
        self.isDisabled = isDisabled
        self.profile = profile
        self.password = password
        self.passwordGuesses = passwordGuesses
        self.contacts = contacts
        self.roles = roles
        self.devices = devices
    }

    public var hasPassword: Bool { password != nil }
    public var isAdmin: Bool { roles.contains(.admin) }

    public func proven(_ contact: Contact) -> ProvenContact? {
        contacts.first { $0.contact == contact }
    }

    /// Its device of this name, if it still counts as known.
    public func knownDevice(_ id: DeviceID?, at now: Timestamp) -> KnownDevice? {
        devices.first { $0.id == id && !$0.isExpired(at: now) }
    }

    /// Where a code of this purpose may go, first proven first. New contacts neither reset nor confirm.
    public func reachable(
        _ kind: Contact.Kind?, for purpose: FlowPurpose, at now: Timestamp
    ) -> ProvenContact? {
        contacts.first { proven in
            guard kind == nil || proven.contact.kind == kind, !proven.isMuted else { return false }
            switch purpose {
            case .reset, .confirm: return !proven.isOnProbation(at: now)
            case .login, .register: return true
            // The code proves the new address, so it goes nowhere else.
            case .contact: return false
            }
        }
    }
}

/// A device that signed in to the account before and shows a token for it. Its guesses are counted apart.
public struct KnownDevice: Hashable, Sendable {
    public static let lifetime = Duration.days(180)

    public let id: DeviceID
    /// The number of its token; another number is no token of it.
    public let token: UInt32
    public let createdAt: Timestamp
    public var seenAt: Timestamp

    public init(id: DeviceID, token: UInt32 = 1, createdAt: Timestamp, seenAt: Timestamp) {
        self.id = id
        self.token = token
        self.createdAt = createdAt
        self.seenAt = seenAt
    }

    public func isExpired(at now: Timestamp) -> Bool {
        now.since(seenAt) >= Self.lifetime
    }
}
