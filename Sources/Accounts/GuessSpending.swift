import Domain

/// The step that charges a guess. Whether the guess is right nobody knows yet.
struct GuessSpending: Sendable {
    let key: UInt32
    let code: TypedCode
    let terms: Terms
    let writer: RowWriter

    /// What may be done once the charge is durable.
    enum Leave: Sendable {
        case compare(TypedLogin, GuessTicket, Flow)
        case compareAgain(TypedLogin, RepeatTicket, Flow)
        case upgraded(Flow)
    }

    func decide(_ facts: GuessFacts) -> Decision<Result<Leave, AccountsError>> {
        guard let guesses = facts.guesses else { return Decision(.failure(.flowNotFound)) }
        let alert = terms.guesses.spray.alert(
            after: facts.fleet.alert, facts.fleet.counts, at: writer.now)
        var flow = facts.flow
        let step: FlowStep
        do throws(FlowError) {
            let demanded = demanded(flow, guesses, alert)
            step = try flow.machine(under: terms.flow).step(
                flow.state, .guess(key: key, code: code, demanded: demanded), now: writer.now)
        } catch {
            return Decision(.failure(AccountsError(error)))
        }
        guard let state = step.state else { return Decision(.failure(.flowNotFound)) }
        flow.state = state
        guard let effects = rows(step.effects, flow, guesses) else {
            return Decision(.failure(.flowNotFound))
        }
        var changes = [Change.saveFlow(flow)] + effects
        if alert != facts.fleet.alert { changes.append(.saveAlert(alert)) }
        return Decision(leave(step.answer, flow), saving: changes)
    }

    /// The shape that a guess of this flow needs now: at least the one it has.
    private func demanded(_ flow: Flow, _ guesses: GuessAccount, _ alert: SprayAlert) -> CodeShape {
        let floor =
            switch flow.state {
            case .awaitingCode(let wait): max(wait.shape, flow.leastShape)
            case .awaitingPassword, .choosingPassword, .finished: flow.leastShape
            }
        return guesses.shape(
            atLeast: floor, for: flow.ledger.guesser, sprayed: alert == .raised, at: writer.now,
            under: terms.guesses)
    }

    /// Nil when the ledger has no room: then nothing is saved and nothing may be compared.
    private func rows(_ effects: [FlowEffect], _ flow: Flow, _ guesses: GuessAccount) -> [Change]? {
        var changes: [Change] = []
        for effect in effects {
            switch effect {
            case .charge(let shape):
                guard
                    var charged = guesses.charged(
                        shape, for: flow.ledger.guesser, at: writer.now, under: terms.guesses)
                else { return nil }
                let notice = notice(flow, before: guesses, after: &charged)
                changes += [
                    .saveGuesses(flow.ledger, charged), .countGuesses(FleetHour(of: writer.now), 1),
                ]
                if let notice { changes.append(notice) }
            case .sendCode(let generation, let shape, _, let expiresAt):
                changes.append(
                    writer.message(
                        writer.codeTemplate(of: flow), for: flow, to: flow.recipient, generation: generation,
                        shape: shape,
                        expiresAt: expiresAt))
            case .refund, .chargePassword, .refundPassword:
                return nil
            }
        }
        return changes
    }

    /// What the owner is told, or nobody when there is none: the row is written all the same.
    private func notice(_ flow: Flow, before: GuessAccount, after: inout GuessAccount) -> Change? {
        let rules = terms.guesses
        let guesser = flow.ledger.guesser
        func shape(_ account: GuessAccount) -> CodeShape {
            account.shape(atLeast: rules.base, for: guesser, sprayed: false, at: writer.now, under: rules)
        }
        let template: OutboxMessage.Template
        if shape(after) > shape(before) {
            template = .codesLengthened
        } else if after.reaches(rules.noticeAt, from: before), before.mayNotice(at: writer.now, under: rules)
        {
            after.noticedAt = writer.now
            template = .guessesNoticed
        } else {
            return nil
        }
        let owner = flow.party.user == nil ? nil : flow.recipient
        return .addMessage(writer.notice(template, to: owner, id: writer.messages[1], locale: flow.locale))
    }

    private func leave(_ answer: FlowAnswer, _ flow: Flow) -> Result<Leave, AccountsError> {
        switch answer {
        case .compare(let typed, let ticket): .success(.compare(typed, ticket, flow))
        case .compareAgain(.some(let typed), let ticket): .success(.compareAgain(typed, ticket, flow))
        case .upgraded: .success(.upgraded(flow))
        case .compareAgain(.none, _), .comparePassword, .hashNewPassword, .proceed, .alreadyTaken:
            .failure(.flowNotFound)
        }
    }
}
