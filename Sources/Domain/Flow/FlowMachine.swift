/// The state machine of flows. It knows neither who stands behind a contact nor whether anybody does, so a
/// flow for nobody cannot behave otherwise than one for somebody.
public struct FlowMachine: Hashable, Sendable {
    let policy: FlowPolicy
    /// When the flow is over, whatever it is waiting for.
    let deadline: Timestamp

    public init(policy: FlowPolicy, deadline: Timestamp) {
        self.policy = policy
        self.deadline = deadline
    }

    /// The first state: a code of this shape goes out.
    public func start(_ shape: CodeShape, now: Timestamp) -> CodeWait {
        CodeWait(
            key: 1, generation: 1, shape: shape, expiresAt: codeExpiry(from: now), triesLeft: policy.tries,
            sendsLeft: policy.sends - 1, resendFrom: now + policy.resendAfter, destination: .contact,
            delivery: .queued, charges: [])
    }

    /// Takes one event. Every pair of state and event is named in the four functions it asks.
    public func step(
        _ state: FlowState, _ event: FlowEvent, now: Timestamp
    ) throws(FlowError) -> FlowStep {
        guard now < deadline else { throw .notFound }
        return switch state {
        case .awaitingCode(let wait): try step(wait, event, now: now)
        case .awaitingPassword(let wait): try step(wait, event, now: now)
        case .choosingPassword(let choice): try step(choice, event, now: now)
        case .finished(let finish): try step(finish, event, now: now)
        }
    }

    func sending(_ wait: CodeWait) -> FlowEffect {
        .sendCode(
            generation: wait.generation, shape: wait.shape, wait.destination, expiresAt: wait.expiresAt)
    }

    func codeExpiry(from now: Timestamp) -> Timestamp {
        min(now + policy.codeLifetime, deadline)
    }

    /// Charges a repeat of the accepted step, or refuses what is none.
    func repeated(
        _ accepted: AcceptedStep, key: UInt32, code: TypedCode?, now: Timestamp,
        in rebuilt: (AcceptedStep) -> FlowState
    ) throws(FlowError) -> FlowStep {
        guard key == accepted.key, accepted.repeatsLeft > 0,
            now.isWithin(policy.repeatWithin, of: accepted.at)
        else { throw .notFound }
        var charged = accepted
        charged.repeatsLeft -= 1
        switch (accepted.input, code) {
        case (.code(_, let shape, _), .some(let code)):
            guard let typed = code.code(of: shape) else { throw .malformedCode }
            return FlowStep(
                rebuilt(charged), answer: .compareAgain(TypedLogin(typed), RepeatTicket(accepted: charged)))
        case (.password, .none):
            return FlowStep(rebuilt(charged), answer: .compareAgain(nil, RepeatTicket(accepted: charged)))
        case (.code, .none), (.password, .some):
            throw .notFound
        }
    }

    /// A repeat that had the same input costs nothing in the end.
    func repeatProved(
        _ accepted: AcceptedStep, _ ticket: RepeatTicket, in rebuilt: (AcceptedStep) -> FlowState
    ) throws(FlowError) -> FlowStep {
        guard ticket.accepted.key == accepted.key, ticket.accepted.input == accepted.input else {
            throw .notFound
        }
        var returned = accepted
        returned.repeatsLeft = min(AcceptedStep.repeats, accepted.repeatsLeft + 1)
        return FlowStep(rebuilt(returned), answer: .alreadyTaken)
    }

    /// A twin of the guess that was accepted, charged before that happened and right as well.
    func twin(_ accepted: AcceptedStep, _ ticket: GuessTicket, state: FlowState) throws(FlowError) -> FlowStep
    {
        switch accepted.input {
        case .code(ticket.generation, ticket.shape, _): return FlowStep(state, answer: .alreadyTaken)
        case .code, .password: throw .notFound
        }
    }
}
