/// What can happen to a flow. Time is an argument of the step, never part of an event.
public enum FlowEvent: Sendable {
    /// Somebody typed a code; `demanded` is the shape that the ledger asks for now.
    case guess(key: UInt32, code: TypedCode, demanded: CodeShape)
    /// The guess that the ticket was given for was right.
    case codeProved(GuessTicket, AfterCode)
    /// Somebody typed a password: the account's, or a new one.
    case password(key: UInt32)
    /// The account's password was right.
    case passwordProved(PasswordTicket, FlowOutcome)
    /// The new password is hashed and can be set.
    case passwordChosen(key: UInt32, FlowOutcome)
    /// A repeat was compared and had the same input.
    case repeatProved(RepeatTicket)
    case resend(key: UInt32, FlowDestination)
    case cancel(key: UInt32)
    case delivery(generation: UInt32, Delivery)
}

/// A code as it was typed. There is no `==`: once it has the right shape it is compared in constant time.
public struct TypedCode: Sendable {
    private let text: String

    public init(_ text: String) {
        self.text = text
    }

    func code(of shape: CodeShape) -> LoginCode? {
        LoginCode(typed: text, shape: shape)
    }
}

extension TypedCode: CustomStringConvertible, CustomReflectable {
    public var description: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(reflecting: "<redacted>") }
}

/// What follows a right code.
public enum AfterCode: Hashable, Sendable {
    case askPassword
    case choosePassword
    case finish(FlowOutcome)
}

/// Leave to compare one guess: it was charged. It is worth nothing for another generation.
public struct GuessTicket: Hashable, Sendable {
    public let generation: UInt32
    public let shape: CodeShape
    /// Told when the guess is wrong.
    public let triesLeft: Int

    init(generation: UInt32, shape: CodeShape, triesLeft: Int) {
        self.generation = generation
        self.shape = shape
        self.triesLeft = triesLeft
    }
}

/// Leave to compare one password.
public struct PasswordTicket: Hashable, Sendable {
    public let key: UInt32
    public let triesLeft: Int

    init(key: UInt32, triesLeft: Int) {
        self.key = key
        self.triesLeft = triesLeft
    }
}

/// Leave to compare the input of a repeated step.
public struct RepeatTicket: Hashable, Sendable {
    public let accepted: AcceptedStep

    init(accepted: AcceptedStep) {
        self.accepted = accepted
    }
}
