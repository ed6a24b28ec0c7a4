/// What one event does to a flow: its new state, what else has to be saved with it, and what may be done next.
public struct FlowStep: Equatable, Sendable {
    /// Nil when the flow is over and its row goes.
    public let state: FlowState?
    public let effects: [FlowEffect]
    public let answer: FlowAnswer

    init(_ state: FlowState?, _ effects: [FlowEffect] = [], answer: FlowAnswer) {
        self.state = state
        self.effects = effects
        self.answer = answer
    }
}

/// What has to be saved in the same transaction as the state.
public enum FlowEffect: Hashable, Sendable {
    /// Charge one guess. When the ledger has no room the step must not be saved.
    case charge(CodeShape)
    case refund([GuessCharge])
    case chargePassword
    case refundPassword(Int)
    case sendCode(generation: UInt32, shape: CodeShape, FlowDestination, expiresAt: Timestamp)
}

public enum FlowAnswer: Equatable, Sendable {
    /// Compare the code once the charge is durable.
    case compare(TypedLogin, GuessTicket)
    case comparePassword(PasswordTicket)
    /// Check and hash the new password, then say `passwordChosen`.
    case hashNewPassword
    /// Compare a repeated input; when it is the same, answer what was answered before.
    case compareAgain(TypedLogin?, RepeatTicket)
    /// The guess was not compared: a longer code is on its way.
    case upgraded
    /// The state says the rest.
    case proceed
    /// The step had been taken already by a request beside this one: answer what that one answered.
    case alreadyTaken
}

/// A typed code that has the right shape.
public struct TypedLogin: Equatable, Sendable {
    private let code: LoginCode

    init(_ code: LoginCode) {
        self.code = code
    }

    /// Whether it is this code; constant time.
    public func matches(_ other: LoginCode) -> Bool {
        code == other
    }
}

/// Why a flow cannot take a step. Nothing is saved and nothing was compared.
public enum FlowError: Error, Hashable, Sendable {
    /// Unknown, over, or called by a key that is not good any more.
    case notFound
    case wrongStep(FlowNext)
    case codeExpired
    case triesSpent
    /// Not of the shape that was announced.
    case malformedCode
    case resendTooEarly(wait: Duration)
    case tooManyCodes
}

/// What a client does next.
public enum FlowNext: String, Hashable, Sendable, CaseIterable {
    case code
    case password
    case newPassword = "new_password"
    case done
}
