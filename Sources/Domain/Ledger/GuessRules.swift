/// The numbers of the guess ledger.
public struct GuessRules: Hashable, Sendable {
    /// The shape of a code while nothing speaks against it: 4, 6 or 8 digits.
    public var base: CodeShape
    public var unknownDevice: GuessBudget
    public var knownDevice: GuessBudget
    /// Of codes of 8 digits, for known and unknown devices alike.
    public var long: GuessBudget
    public var password: GuessBudget
    /// The owner is told at so many unrefunded guesses.
    public var noticeAt: Int
    /// At least so long between two messages of the ledger to one contact.
    public var noticeEvery: Duration
    public var spray: SprayRule

    public init(
        base: CodeShape = .digits4,
        unknownDevice: GuessBudget = GuessBudget(size: 10, refillAfter: .days(30)),
        knownDevice: GuessBudget = GuessBudget(size: 5, refillAfter: .days(30)),
        long: GuessBudget = GuessBudget(size: 100, refillAfter: .days(1)),
        password: GuessBudget = GuessBudget(size: 10, refillAfter: .days(1)),
        noticeAt: Int = 5, noticeEvery: Duration = .days(1), spray: SprayRule = SprayRule()
    ) {
        self.base = base
        self.unknownDevice = unknownDevice
        self.knownDevice = knownDevice
        self.long = long
        self.password = password
        self.noticeAt = noticeAt
        self.noticeEvery = noticeEvery
        self.spray = spray
    }

    func budget(of bucket: GuessBucket.Kind, for guesser: Guesser) -> GuessBudget {
        switch (bucket, guesser) {
        case (.short, .unknownDevice): unknownDevice
        case (.short, .knownDevice): knownDevice
        case (.long, .unknownDevice), (.long, .knownDevice): long
        }
    }
}

/// Whose budget a guess spends: a device that signed in before has its own, all others share the contact's.
public enum Guesser: Hashable, Sendable {
    case unknownDevice
    case knownDevice
}
