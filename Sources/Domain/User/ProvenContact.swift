/// A contact whose mailbox or telephone its user has shown to hold.
public struct ProvenContact: Hashable, Sendable {
    /// How long a contact that was added later can neither reset nor confirm.
    static let probation = Duration.hours(24)

    public let id: ContactID
    public let contact: Contact
    public let provedAt: Timestamp
    /// Whether it came to an account that was there before: the contact an account began with is not new.
    public let wasAdded: Bool
    /// Nothing is sent there: its owner asked for silence, or it bounces.
    public var isMuted: Bool

    public init(id: ContactID, contact: Contact, provedAt: Timestamp, wasAdded: Bool, isMuted: Bool = false) {
        self.id = id
        self.contact = contact
        self.provedAt = provedAt
        self.wasAdded = wasAdded
        self.isMuted = isMuted
    }

    /// Whether whoever slipped it in a moment ago could use it to take over the rest. A clock that went back
    /// makes it longer.
    public func isOnProbation(at now: Timestamp) -> Bool {
        wasAdded && now.since(provedAt) < Self.probation
    }
}
