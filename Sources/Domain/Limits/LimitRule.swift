/// The limits by the names they have in the configuration and in `rule` of a problem.
public enum LimitRule: String, Hashable, Sendable, CaseIterable {
    case startPerContactAndNetwork = "start_per_contact_and_network"
    case startPerContact = "start_per_contact"
    case startPerNetwork = "start_per_network"
    case pairingPerNetwork = "pairing_per_network"
    case claimPerSession = "claim_per_session"
    case requestPerAddress = "request_per_address"
    /// The ledger of an account's passwords; not of the configuration's `limits`.
    case passwordGuesses = "password_guesses"
}

/// A limit that is spent.
public struct LimitReached: Error, Hashable, Sendable {
    public let rule: LimitRule
    public let wait: Duration

    public init(rule: LimitRule, wait: Duration) {
        self.rule = rule
        self.wait = wait
    }
}

/// The network that a caller comes from, as the edge names it: an IPv4 /24 or an IPv6 /56.
public struct CallerNetwork: Hashable, Sendable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }
}

/// What a limit is counted for.
public enum LimitSubject: Hashable, Sendable {
    case contactAndNetwork(Contact, CallerNetwork)
    case contact(Contact)
    case network(CallerNetwork)
    /// A known device of the contact's account is counted for itself, whatever strangers do.
    case device(DeviceID)
    case session(SessionID)
    case address(String)
}
