/// One attempt to register, sign in, reset a password, add a contact or confirm who one is.
public struct Flow: Hashable, Sendable {
    public let id: FlowID
    public let purpose: FlowPurpose
    public let party: FlowParty
    /// What the caller typed: `sent_to` is made from it and from nothing that is stored.
    public let typed: Contact
    /// Where its messages go, as it is stored; nil when they go nowhere.
    public let recipient: Contact?
    public let ledger: Ledger
    /// The weakest shape its codes may have: an admin confirms with 8 digits at least.
    public let leastShape: CodeShape
    public let locale: LanguageTag?
    /// Of a registration.
    public let profile: Profile
    /// The session that asked, of `contact` and `confirm`.
    public let startedBy: SessionID?
    /// The known device that the caller showed, if it is one of this account's.
    public let knownDevice: DeviceID?
    public let startedAt: Timestamp
    public let expiresAt: Timestamp
    public var state: FlowState
    /// What the store compares when it saves.
    public var version: Int

    public init(
        id: FlowID, purpose: FlowPurpose, party: FlowParty, typed: Contact, recipient: Contact?,
        ledger: Ledger, leastShape: CodeShape, locale: LanguageTag?, profile: Profile, startedBy: SessionID?,
        knownDevice: DeviceID?,
        startedAt: Timestamp, expiresAt: Timestamp, state: FlowState, version: Int = 0
    ) {
        self.id = id
        self.purpose = purpose
        self.party = party
        self.typed = typed
        self.recipient = recipient
        self.ledger = ledger
        self.leastShape = leastShape
        self.locale = locale
        self.profile = profile
        self.startedBy = startedBy
        self.knownDevice = knownDevice
        self.startedAt = startedAt
        self.expiresAt = expiresAt
        self.state = state
        self.version = version
    }

    /// The session that has to be looked at again when the flow is: the one that asked for it, or the one that
    /// it opened.
    public var session: SessionID? {
        switch state {
        case .finished(let finish):
            switch finish.outcome {
            case .signedIn(let session, _, _), .confirmed(let session): session
            case .passwordSet, .contactAdded: startedBy
            }
        case .awaitingCode, .awaitingPassword, .choosingPassword: startedBy
        }
    }

    public func machine(under policy: FlowPolicy) -> FlowMachine {
        FlowMachine(policy: policy, deadline: expiresAt)
    }

    /// The method that a code of this flow proves when it went there.
    public func method(of destination: FlowDestination) -> AuthenticationMethod {
        switch destination {
        case .contact: AuthenticationMethod(typed.kind)
        case .other(let kind): AuthenticationMethod(kind)
        }
    }
}

extension AuthenticationMethod {
    init(_ kind: Contact.Kind) {
        switch kind {
        case .email: self = .email
        case .phone: self = .phone
        }
    }
}
