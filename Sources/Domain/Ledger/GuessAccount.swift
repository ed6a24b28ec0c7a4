/// What the ledger remembers of one contact, of one known device, or of one slot of the table for contacts
/// without an account.
public struct GuessAccount: Hashable, Sendable {
    public var short: GuessBucket
    public var long: GuessBucket
    /// When the ledger last wrote to the person.
    public var noticedAt: Timestamp?

    public static let empty = GuessAccount(short: .empty, long: .empty, noticedAt: nil)

    public init(short: GuessBucket, long: GuessBucket, noticedAt: Timestamp?) {
        self.short = short
        self.long = long
        self.noticedAt = noticedAt
    }

    /// The shape a code needs now, at least `floor`: the first on the ladder whose budget has room. While
    /// someone sprays, unknown devices get no short ones.
    public func shape(
        atLeast floor: CodeShape, for guesser: Guesser, sprayed: Bool, at now: Timestamp,
        under rules: GuessRules
    ) -> CodeShape {
        var shape = max(rules.base, floor)
        if sprayed, guesser == .unknownDevice { shape = max(shape, .digits8) }
        while let kind = shape.bucket {
            if self[kind].hasRoom(at: now, under: rules.budget(of: kind, for: guesser)) { return shape }
            shape = kind == .short ? .digits8 : .base32
        }
        return shape
    }

    /// The account with one more guess at a code of this shape; nil when its budget has no room, and then
    /// nothing may be compared.
    public func charged(
        _ shape: CodeShape, for guesser: Guesser, at now: Timestamp, under rules: GuessRules
    ) -> GuessAccount? {
        guard let kind = shape.bucket else { return self }
        let budget = rules.budget(of: kind, for: guesser)
        guard let bucket = self[kind].charged(at: now, under: budget) else { return nil }
        var account = self
        account[kind] = bucket
        return account
    }

    /// The account without the charges of one flow.
    public func refunded(_ charges: [GuessCharge]) -> GuessAccount {
        var account = self
        for charge in charges {
            guard let kind = charge.shape.bucket else { continue }
            account[kind] = account[kind].refunded(1)
        }
        return account
    }

    /// Whether charging took it to the count at which its owner is told.
    public func reaches(_ count: Int, from before: GuessAccount) -> Bool {
        before.short.count < count && short.count >= count
    }

    /// Whether the ledger may write to the person now; a moment in the future counts as just now.
    public func mayNotice(at now: Timestamp, under rules: GuessRules) -> Bool {
        guard let noticedAt else { return true }
        return now.since(noticedAt) >= rules.noticeEvery
    }

    /// At least as strict as either: what a contact takes along between the table and its account.
    public func merged(with other: GuessAccount) -> GuessAccount {
        let notices = [noticedAt, other.noticedAt].compactMap { $0 }
        return GuessAccount(
            short: short.merged(with: other.short), long: long.merged(with: other.long),
            noticedAt: notices.max())
    }

    private subscript(kind: GuessBucket.Kind) -> GuessBucket {
        get {
            switch kind {
            case .short: short
            case .long: long
            }
        }
        set {
            switch kind {
            case .short: short = newValue
            case .long: long = newValue
            }
        }
    }
}

/// One guess that a flow has charged and may take back if it succeeds.
public struct GuessCharge: Hashable, Sendable {
    public let shape: CodeShape
    /// The hour in which the fleet counted it, so that it is taken out of that same hour.
    public let hour: FleetHour

    public init(shape: CodeShape, hour: FleetHour) {
        self.shape = shape
        self.hour = hour
    }
}
