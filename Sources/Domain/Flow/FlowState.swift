/// The moments of a flow. Each carries what that moment knows and nothing else; a flow that is over has no row.
///
/// ```
/// awaitingCode ──right code──▶ finished
///      │  ▲ resend, upgrade       ▲
///      │  └──────┘                │ right password
///      ├──right code──▶ awaitingPassword
///      └──right code──▶ choosingPassword ──new password──▶ finished
/// any: cancelled, or past its time ──▶ over
/// ```
public enum FlowState: Hashable, Sendable {
    case awaitingCode(CodeWait)
    case awaitingPassword(PasswordWait)
    case choosingPassword(PasswordChoice)
    case finished(FlowFinish)
}

/// A code is under way. With no tries left only a guess that was charged before can still be right.
public struct CodeWait: Hashable, Sendable {
    /// The number of the flow key that is good now.
    public var key: UInt32
    public var generation: UInt32
    public var shape: CodeShape
    public var expiresAt: Timestamp
    public var triesLeft: Int
    public var sendsLeft: Int
    public var resendFrom: Timestamp
    public var destination: FlowDestination
    public var delivery: Delivery
    /// What this flow has charged to the ledger and may take back if it succeeds.
    public var charges: [GuessCharge]

    public init(
        key: UInt32, generation: UInt32, shape: CodeShape, expiresAt: Timestamp, triesLeft: Int,
        sendsLeft: Int, resendFrom: Timestamp, destination: FlowDestination, delivery: Delivery,
        charges: [GuessCharge]
    ) {
        self.key = key
        self.generation = generation
        self.shape = shape
        self.expiresAt = expiresAt
        self.triesLeft = triesLeft
        self.sendsLeft = sendsLeft
        self.resendFrom = resendFrom
        self.destination = destination
        self.delivery = delivery
        self.charges = charges
    }
}

/// The code was right; the account's password is asked for.
public struct PasswordWait: Hashable, Sendable {
    public var key: UInt32
    public var accepted: AcceptedStep
    public var triesLeft: Int
    /// What this flow has charged to the ledger of the account's passwords.
    public var passwordCharges: Int
    public var charges: [GuessCharge]

    public init(
        key: UInt32, accepted: AcceptedStep, triesLeft: Int,
        passwordCharges: Int, charges: [GuessCharge]
    ) {
        self.key = key
        self.accepted = accepted
        self.triesLeft = triesLeft
        self.passwordCharges = passwordCharges
        self.charges = charges
    }
}

/// The code was right; a new password is to be chosen.
public struct PasswordChoice: Hashable, Sendable {
    public var key: UInt32
    public var accepted: AcceptedStep
    public var charges: [GuessCharge]

    public init(
        key: UInt32, accepted: AcceptedStep, charges: [GuessCharge]
    ) {
        self.key = key
        self.accepted = accepted
        self.charges = charges
    }
}

/// The flow reached its end. The row stays for those who did not hear of it.
public struct FlowFinish: Hashable, Sendable {
    public var key: UInt32
    public var accepted: AcceptedStep
    public var outcome: FlowOutcome

    public init(key: UInt32, accepted: AcceptedStep, outcome: FlowOutcome) {
        self.key = key
        self.accepted = accepted
        self.outcome = outcome
    }
}

/// The last step that was accepted, as far as it is needed to know it again. The input is not kept: a code is
/// derived anew, a password compared with the account's hash.
public struct AcceptedStep: Hashable, Sendable {
    public enum Input: Hashable, Sendable {
        case code(generation: UInt32, shape: CodeShape, FlowDestination)
        case password
    }

    /// The number of the key that the step was taken with.
    public var key: UInt32
    public var input: Input
    public var at: Timestamp
    /// A repeat is compared too, so it is charged too: whoever got hold of an old key cannot guess with it.
    public var repeatsLeft: Int

    static let repeats = 3

    public init(key: UInt32, input: Input, at: Timestamp, repeatsLeft: Int) {
        self.key = key
        self.input = input
        self.at = at
        self.repeatsLeft = repeatsLeft
    }
}

/// What a flow came to.
public enum FlowOutcome: Hashable, Sendable {
    case signedIn(SessionID, created: Bool, device: DeviceID)
    case passwordSet
    case contactAdded(ContactID)
    case confirmed(SessionID)
}

/// Where a code goes.
public enum FlowDestination: Hashable, Sendable {
    /// The contact that the flow began with.
    case contact
    /// Another proven contact of the account, of this kind, if there is one.
    case other(Contact.Kind)
}

/// How far a message came.
public enum Delivery: String, Hashable, Sendable, CaseIterable {
    case queued
    case sent
    case delivered
    case failed

    /// Whether a later report may say this after that.
    func follows(_ earlier: Delivery) -> Bool {
        switch (earlier, self) {
        case (.queued, .sent), (.queued, .delivered), (.queued, .failed), (.sent, .delivered),
            (.sent, .failed), (.failed, .delivered):
            true
        case (_, .queued), (.sent, .sent), (.delivered, .sent), (.delivered, .delivered),
            (.delivered, .failed), (.failed, .sent), (.failed, .failed):
            false
        }
    }
}
