extension FlowMachine {
    func step(_ wait: CodeWait, _ event: FlowEvent, now: Timestamp) throws(FlowError) -> FlowStep {
        switch event {
        case .guess(let key, let code, let demanded):
            try good(key, wait.key)
            return try guess(wait, code, demanded, now: now)
        case .codeProved(let ticket, let next):
            guard ticket.generation == wait.generation, ticket.shape == wait.shape else { throw .codeExpired }
            return proved(wait, next, now: now)
        case .resend(let key, let destination):
            try good(key, wait.key)
            return try resend(wait, destination, now: now)
        case .cancel(let key):
            try good(key, wait.key)
            return FlowStep(nil, answer: .proceed)
        case .delivery(let generation, let delivery):
            return delivered(wait, generation, delivery)
        case .password(let key), .passwordChosen(let key, _):
            try good(key, wait.key)
            throw .wrongStep(.code)
        case .passwordProved, .repeatProved:
            throw .notFound
        }
    }

    func good(_ presented: UInt32, _ current: UInt32) throws(FlowError) {
        guard presented == current else { throw .notFound }
    }

    private func guess(
        _ wait: CodeWait, _ typed: TypedCode, _ demanded: CodeShape, now: Timestamp
    ) throws(FlowError) -> FlowStep {
        guard wait.triesLeft > 0 else { throw .triesSpent }
        guard now < wait.expiresAt else { throw .codeExpired }
        guard let code = typed.code(of: wait.shape) else { throw .malformedCode }
        if demanded > wait.shape { return upgrade(wait, to: demanded, now: now) }
        var charged = wait
        charged.triesLeft -= 1
        charged.charges.append(GuessCharge(shape: wait.shape, hour: FleetHour(of: now)))
        let ticket = GuessTicket(
            generation: wait.generation, shape: wait.shape, triesLeft: charged.triesLeft)
        return FlowStep(
            .awaitingCode(charged), [.charge(wait.shape)], answer: .compare(TypedLogin(code), ticket))
    }

    /// The budget is empty: the next code is longer, with one send and three tries of its own.
    private func upgrade(_ wait: CodeWait, to shape: CodeShape, now: Timestamp) -> FlowStep {
        var upgraded = wait
        upgraded.generation += 1
        upgraded.shape = shape
        upgraded.expiresAt = codeExpiry(from: now)
        upgraded.triesLeft = policy.tries
        upgraded.sendsLeft = 0
        upgraded.destination = .contact
        upgraded.delivery = .queued
        return FlowStep(.awaitingCode(upgraded), [sending(upgraded)], answer: .upgraded)
    }

    private func resend(
        _ wait: CodeWait, _ destination: FlowDestination, now: Timestamp
    ) throws(FlowError) -> FlowStep {
        guard wait.triesLeft > 0 else { throw .triesSpent }
        guard wait.sendsLeft > 0 else { throw .tooManyCodes }
        guard now >= wait.resendFrom else { throw .resendTooEarly(wait: wait.resendFrom.since(now)) }
        var sent = wait
        sent.sendsLeft -= 1
        sent.resendFrom = now + policy.resendAfter * 2
        sent.destination = destination
        sent.delivery = .queued
        if wait.expiresAt.since(now) < policy.leastLifetimeToResend {
            sent.generation += 1
            sent.expiresAt = codeExpiry(from: now)
        }
        return FlowStep(.awaitingCode(sent), [sending(sent)], answer: .proceed)
    }

    private func proved(_ wait: CodeWait, _ next: AfterCode, now: Timestamp) -> FlowStep {
        let accepted = AcceptedStep(
            key: wait.key,
            input: .code(generation: wait.generation, shape: wait.shape, wait.destination), at: now,
            repeatsLeft: AcceptedStep.repeats)
        // The flow gains power, so its key changes.
        let key = wait.key + 1
        switch next {
        case .askPassword:
            let next = PasswordWait(
                key: key, accepted: accepted, triesLeft: policy.passwordTries, passwordCharges: 0,
                charges: wait.charges)
            return FlowStep(.awaitingPassword(next), answer: .proceed)
        case .choosePassword:
            let next = PasswordChoice(key: key, accepted: accepted, charges: wait.charges)
            return FlowStep(.choosingPassword(next), answer: .proceed)
        case .finish(let outcome):
            let finish = FlowFinish(key: key, accepted: accepted, outcome: outcome)
            return FlowStep(.finished(finish), [.refund(wait.charges)], answer: .proceed)
        }
    }

    /// A report for another generation, or out of order, changes nothing. Of a code that went elsewhere
    /// nothing is shown, or the report would tell whether there is an elsewhere.
    private func delivered(_ wait: CodeWait, _ generation: UInt32, _ delivery: Delivery) -> FlowStep {
        var reported = wait
        if generation == wait.generation, wait.destination == .contact, delivery.follows(wait.delivery) {
            reported.delivery = delivery
        }
        return FlowStep(.awaitingCode(reported), answer: .proceed)
    }
}
