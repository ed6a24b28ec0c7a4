/// Something that happened to an account and that its owner may want to know.
public struct HistoryEvent: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case registered
        case signedIn = "signed_in"
        case signedOut = "signed_out"
        case confirmed
        case sessionEnded = "session_ended"
        case refreshRepeated = "refresh_repeated"
        case refreshReused = "refresh_reused"
        case passwordSet = "password_set"
        case passwordRemoved = "password_removed"
        case contactAdded = "contact_added"
        case contactRemoved = "contact_removed"
    }

    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        case success
        case failure
    }

    public let id: EventID
    public let user: UserID
    public let time: Timestamp
    public let kind: Kind
    public let outcome: Outcome
    public let origin: Origin

    public init(id: EventID, user: UserID, time: Timestamp, kind: Kind, outcome: Outcome, origin: Origin) {
        self.id = id
        self.user = user
        self.time = time
        self.kind = kind
        self.outcome = outcome
        self.origin = origin
    }
}
