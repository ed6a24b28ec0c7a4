import Domain

extension SignIn {
    /// Takes the code that somebody typed. The guess is charged before it is compared and the charge is durable
    /// before anything is answered: a wrong guess costs one commit, a right one two.
    public func submit(
        code text: String, _ flowKey: String, from caller: Caller
    ) async throws(AccountsError) -> StepResult {
        let (id, key) = try read(flowKey)
        let now = outside.time.now()
        let spending = GuessSpending(
            key: key, code: TypedCode(text), terms: terms, writer: writer(from: caller, at: now))
        let charged = try await storing { () async throws(StoreError) in
            try await outside.store.spendGuess(on: id) { spending.decide($0) }
        }
        guard let charged else { throw .flowNotFound }
        switch try charged.get() {
        case .compare(let typed, let ticket, let flow):
            // A flow for nobody does the same work and is never right.
            let fits = matches(typed, flow, ticket.generation, ticket.shape)
            guard fits, flow.party != .nobody else { throw .wrongCode(triesLeft: ticket.triesLeft) }
            let settlement = settlement(of: flow, from: caller, at: now)
            return try result(await advance(id) { settlement.codeProved(ticket, $0) }.get(), now)
        case .compareAgain(let typed, let ticket, let flow):
            guard case .code(let generation, let shape, _) = ticket.accepted.input,
                matches(typed, flow, generation, shape)
            else { throw .flowNotFound }
            let settlement = settlement(of: flow, from: caller, at: now)
            return try result(await advance(id) { settlement.repeatProved(ticket, $0) }.get(), now)
        case .upgraded(let flow):
            throw .codeUpgraded(view(flow, now))
        }
    }

    private func matches(
        _ typed: TypedLogin, _ flow: Flow, _ generation: UInt32, _ shape: CodeShape
    ) -> Bool {
        typed.matches(outside.secrets.code(of: flow.id, generation: generation, shape: shape))
    }

    func settlement(of flow: Flow, from caller: Caller, at now: Timestamp) -> Settlement {
        Settlement(
            terms: terms, caller: caller, writer: writer(from: caller, at: now),
            slot: outside.secrets.slot(of: flow.typed), random: outside.random)
    }

    func result(_ settled: Settled, _ now: Timestamp) throws(AccountsError) -> StepResult {
        switch settled {
        case .progress(let flow): .step(view(flow, now))
        case .signedIn(let session, let user, let created, let device, let purpose):
            .signedIn(
                try tokens.signedIn(
                    session, user, purpose: purpose, created: created, device: device, now: now))
        case .confirmed(let session, let user): .signedIn(try tokens.confirmed(session, user, now: now))
        }
    }
}
