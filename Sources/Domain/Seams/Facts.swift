/// How the ledger stands over all contacts.
public struct FleetReading: Hashable, Sendable {
    public var counts: FleetCounts
    public var alert: SprayAlert

    public init(counts: FleetCounts = FleetCounts(), alert: SprayAlert = .quiet) {
        self.counts = counts
        self.alert = alert
    }
}

/// What a flow is to begin with.
public struct StartRequest: Hashable, Sendable {
    public let contact: Contact
    public let slot: LedgerSlot
    /// The device whose token the caller showed.
    public let device: DeviceID?
    /// The session that asks, of `contact` and `confirm`.
    public let session: SessionID?

    public init(contact: Contact, slot: LedgerSlot, device: DeviceID?, session: SessionID? = nil) {
        self.contact = contact
        self.slot = slot
        self.device = device
        self.session = session
    }
}

/// What a store reads before a flow begins.
public struct StartFacts: Sendable {
    /// The account that has the contact.
    public let owner: User?
    /// Of the contact, or of its slot.
    public let guesses: GuessAccount
    /// Of the device, if there is one, whoever it belongs to.
    public let deviceGuesses: GuessAccount?
    public let fleet: FleetReading
    public let asking: SessionFacts?

    public init(
        owner: User?, guesses: GuessAccount, deviceGuesses: GuessAccount?, fleet: FleetReading,
        asking: SessionFacts?
    ) {
        self.owner = owner
        self.guesses = guesses
        self.deviceGuesses = deviceGuesses
        self.fleet = fleet
        self.asking = asking
    }
}

/// What a store reads before a guess is charged.
public struct GuessFacts: Sendable {
    public let flow: Flow
    /// Nil when the flow counts for a known device that is gone.
    public let guesses: GuessAccount?
    public let fleet: FleetReading

    public init(flow: Flow, guesses: GuessAccount?, fleet: FleetReading) {
        self.flow = flow
        self.guesses = guesses
        self.fleet = fleet
    }
}

/// What a store reads before a flow moves on.
public struct FlowFacts: Sendable {
    public let flow: Flow
    /// The account of the flow's party.
    public let user: User?
    /// The account that has the flow's contact now.
    public let owner: User?
    /// The session that `flow.session` names, if it is there.
    public let session: Session?
    /// Nil when the flow counts for a known device that is gone.
    public let guesses: GuessAccount?

    public init(flow: Flow, user: User?, owner: User?, session: Session?, guesses: GuessAccount?) {
        self.flow = flow
        self.user = user
        self.owner = owner
        self.session = session
        self.guesses = guesses
    }

    /// The account that a code of this flow signs in to, while the contact is still its own.
    public var account: User? {
        switch flow.party {
        case .account(let user): owner?.id == user ? owner : nil
        // Somebody registered the contact in the meantime: whoever proves it is the owner.
        case .newcomer: owner
        case .nobody: nil
        }
    }
}

/// A session and its account.
public struct SessionFacts: Sendable {
    public let session: Session
    public let user: User

    public init(session: Session, user: User) {
        self.session = session
        self.user = user
    }
}
