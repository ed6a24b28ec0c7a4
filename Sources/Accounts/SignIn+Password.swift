public import Domain

extension SignIn {
    /// Takes a password: the account's at login, the new one at a reset or a registration. A guess at the
    /// account's is charged before it is hashed.
    public func submit(
        password: Secret<String>, _ flowKey: String, from caller: Caller
    ) async throws(AccountsError) -> StepResult {
        let (id, key) = try read(flowKey)
        let now = outside.time.now()
        let spending = PasswordSpending(key: key, terms: terms, now: now)
        switch try await advance(id, { spending.decide($0) }).get() {
        case .compare(let ticket, let hash, let flow):
            let rehashed: PasswordHashText?
            switch try await check(password, against: hash) {
            case .wrong: throw .wrongPassword(triesLeft: ticket.triesLeft)
            case .right(let newer): rehashed = newer
            }
            let settlement = settlement(of: flow, from: caller, at: now)
            let settled = try await advance(id) {
                settlement.passwordProved(ticket, checked: hash, rehashed: rehashed, $0)
            }
            return try result(settled.get(), now)
        case .compareAgain(let ticket, let hash, let flow):
            guard case .right = try await check(password, against: hash) else { throw .flowNotFound }
            let settlement = settlement(of: flow, from: caller, at: now)
            return try result(await advance(id) { settlement.repeatProved(ticket, $0) }.get(), now)
        case .choose(let contacts, let flow):
            return try await choose(password, flowKey, contacts, flow, key: key, from: caller, at: now)
        }
    }

    private func choose(
        _ password: Secret<String>, _ flowKey: String, _ contacts: [Contact], _ flow: Flow, key: UInt32,
        from caller: Caller, at now: Timestamp
    ) async throws(AccountsError) -> StepResult {
        do throws(PasswordRule.Weakness) {
            try terms.password.check(password, contacts: contacts)
        } catch {
            throw .weakPassword(error)
        }
        let hash: PasswordHashText
        do {
            hash = try await outside.hasher.hash(password)
        } catch {
            throw AccountsError(error)
        }
        let settlement = settlement(of: flow, from: caller, at: now)
        let chosen = try await advance(flow.id) { settlement.passwordChosen(key, hash, $0) }
        if case .failure(.wrongStep(.done)) = chosen {
            // A twin of this request was quicker. Asked again it is a repeat, which compares.
            return try await submit(password: password, flowKey, from: caller)
        }
        return try result(chosen.get(), now)
    }

    private func check(
        _ password: Secret<String>, against hash: PasswordHashText
    ) async throws(AccountsError) -> PasswordVerdict {
        do {
            return try await outside.hasher.check(password, against: hash)
        } catch {
            throw AccountsError(error)
        }
    }
}

/// The step that charges a password, or lets a new one be chosen.
struct PasswordSpending: Sendable {
    let key: UInt32
    let terms: Terms
    let now: Timestamp

    enum Leave: Sendable {
        case compare(PasswordTicket, PasswordHashText, Flow)
        case compareAgain(RepeatTicket, PasswordHashText, Flow)
        /// The contacts that a new password must not name.
        case choose([Contact], Flow)
    }

    func decide(_ facts: FlowFacts) -> Decision<Result<Leave, AccountsError>> {
        var flow = facts.flow
        let step: FlowStep
        do throws(FlowError) {
            step = try flow.machine(under: terms.flow).step(flow.state, .password(key: key), now: now)
        } catch {
            return Decision(.failure(AccountsError(error)))
        }
        guard let state = step.state else { return Decision(.failure(.flowNotFound)) }
        flow.state = state
        switch step.answer {
        case .comparePassword(let ticket):
            guard let user = facts.account, let hash = user.password else {
                return Decision(.failure(.flowNotFound), saving: [.removeFlow(flow.id)])
            }
            let budget = terms.guesses.password
            guard let charged = user.passwordGuesses.charged(at: now, under: budget) else {
                let wait = user.passwordGuesses.wait(at: now, under: budget)
                return Decision(.failure(.limitReached(LimitReached(rule: .passwordGuesses, wait: wait))))
            }
            return Decision(
                .success(.compare(ticket, hash, flow)),
                saving: [.saveFlow(flow), .savePasswordGuesses(user.id, charged)])
        case .compareAgain(.none, let ticket):
            guard let hash = facts.account?.password else { return Decision(.failure(.flowNotFound)) }
            return Decision(.success(.compareAgain(ticket, hash, flow)), saving: [.saveFlow(flow)])
        case .hashNewPassword:
            let contacts = facts.account?.contacts.map(\.contact) ?? []
            return Decision(.success(.choose(contacts + [flow.typed], flow)))
        case .compareAgain(.some, _), .compare, .upgraded, .proceed, .alreadyTaken:
            return Decision(.failure(.flowNotFound))
        }
    }
}
