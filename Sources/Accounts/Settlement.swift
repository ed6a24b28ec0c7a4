import Domain

/// What a flow came to, before its tokens are made.
enum Settled: Sendable {
    case progress(Flow)
    case signedIn(Session, User, created: Bool, KnownDevice, FlowPurpose)
    case confirmed(Session, User)
}

/// The steps that follow a right answer. Each looks again, in its own transaction: the contact is still this
/// account's, the account is enabled, the session that asked is alive.
struct Settlement: Sendable {
    typealias Outcome = Decision<Result<Settled, AccountsError>>

    let terms: Terms
    let caller: Caller
    let writer: RowWriter
    let newUser: UserID
    let newContact: ContactID
    let newSession: SessionID
    let newDevice: DeviceID
    /// Of the flow's contact, for the count that it takes along.
    let slot: LedgerSlot

    var now: Timestamp { writer.now }

    init(
        terms: Terms, caller: Caller, writer: RowWriter, slot: LedgerSlot,
        random: any RandomSource
    ) {
        self.terms = terms
        self.caller = caller
        self.writer = writer
        self.slot = slot
        newUser = UserID(at: writer.now, random: random.bytes(10))
        newContact = ContactID(at: writer.now, random: random.bytes(10))
        newSession = SessionID(at: writer.now, random: random.bytes(10))
        newDevice = DeviceID(at: writer.now, random: random.bytes(10))
    }

    /// The code of the ticket was right.
    func codeProved(_ ticket: GuessTicket, _ facts: FlowFacts) -> Outcome {
        guard case .awaitingCode(let wait) = facts.flow.state else {
            // Someone was quicker. The machine says whether that was a twin of ours.
            return step(facts, .codeProved(ticket, .askPassword)) { _, _ in nil }
        }
        let method = facts.flow.method(of: wait.destination)
        switch facts.flow.purpose {
        case .register, .login: return signIn(ticket, facts, by: method)
        case .reset: return reset(ticket, facts)
        case .contact: return addContact(ticket, facts)
        case .confirm: return confirm(ticket, facts, by: method)
        }
    }

    /// A repeated input was the same as before: answer what was answered then.
    func repeatProved(_ ticket: RepeatTicket, _ facts: FlowFacts) -> Outcome {
        step(facts, .repeatProved(ticket)) { _, _ in nil }
    }

    /// Takes the event, saves the state with the machine's refunds and `rows`, and answers.
    func step(
        _ facts: FlowFacts, _ event: FlowEvent,
        _ rows: (Flow, [FlowEffect]) -> (changes: [Change], settled: Settled)?
    ) -> Outcome {
        var flow = facts.flow
        let step: FlowStep
        do throws(FlowError) {
            step = try flow.machine(under: terms.flow).step(flow.state, event, now: now)
        } catch {
            return Outcome(.failure(AccountsError(error)))
        }
        guard let state = step.state else { return Outcome(.failure(.flowNotFound)) }
        let isNews = state != flow.state
        flow.state = state
        if step.answer == .alreadyTaken {
            return Outcome(answered(flow, facts), saving: isNews ? [.saveFlow(flow)] : [])
        }
        var changes: [Change] = [.saveFlow(flow)]
        for effect in step.effects {
            switch effect {
            case .refund(let charges): changes += writer.refund(charges, of: flow, facts.guesses)
            case .refundPassword(let count):
                guard let user = facts.account, count > 0 else { continue }
                changes.append(.savePasswordGuesses(user.id, user.passwordGuesses.refunded(count)))
            case .charge, .chargePassword, .sendCode: return Outcome(.failure(.flowNotFound))
            }
        }
        guard let (more, settled) = rows(flow, step.effects) else {
            return Outcome(.success(.progress(flow)), saving: changes)
        }
        return Outcome(.success(settled), saving: changes + more)
    }

    /// The flow ends here: what it was to open is not there any more.
    func end(_ facts: FlowFacts, _ error: AccountsError) -> Outcome {
        Outcome(.failure(error), saving: [.removeFlow(facts.flow.id)])
    }

    /// What a flow answered that had come to its end, or to a password: the same session as long as it lives
    /// and its refresh token has not been presented.
    private func answered(_ flow: Flow, _ facts: FlowFacts) -> Result<Settled, AccountsError> {
        switch flow.state {
        case .awaitingCode: return .failure(.flowNotFound)
        case .awaitingPassword, .choosingPassword: return .success(.progress(flow))
        case .finished(let finish):
            switch finish.outcome {
            case .passwordSet, .contactAdded: return .success(.progress(flow))
            case .confirmed:
                guard let (session, user) = living(facts, facts.user) else { return .failure(.flowNotFound) }
                return .success(.confirmed(session, user))
            case .signedIn(_, let created, let device):
                guard let (session, user) = living(facts, facts.owner), session.generation == 1,
                    let known = user.devices.first(where: { $0.id == device })
                else { return .failure(.flowNotFound) }
                return .success(.signedIn(session, user, created: created, known, flow.purpose))
            }
        }
    }

    func living(_ facts: FlowFacts, _ user: User?) -> (Session, User)? {
        guard let session = facts.session, let user, session.user == user.id, !user.isDisabled,
            !session.isExpired(at: now)
        else { return nil }
        return (session, user)
    }
}
