/// Where the guesses of a flow are counted. It stays that of the contact or known device the flow began with.
public enum Ledger: Hashable, Sendable {
    /// The contact's own row while an account has it, else the slot of its keyed hash. Which of the two, the
    /// store looks up in the transaction that charges, for a contact may become known in between.
    case contact(Contact, LedgerSlot)
    case device(DeviceID)

    public var guesser: Guesser {
        switch self {
        case .contact: .unknownDevice
        case .device: .knownDevice
        }
    }
}

/// A place in the table of fixed size that counts for contacts without an account. Two contacts in one slot
/// share a budget, which only makes it stricter.
public struct LedgerSlot: Hashable, Sendable {
    public static let count: UInt32 = 1 << 17

    public let number: UInt32

    /// The slot of a keyed hash; the key is what keeps an outsider from choosing his neighbours.
    public init(hash: UInt64) {
        number = UInt32(truncatingIfNeeded: hash % UInt64(Self.count))
    }

    /// A number that was stored; nil outside the table.
    public init?(stored number: UInt32) {
        guard number < Self.count else { return nil }
        self.number = number
    }
}
