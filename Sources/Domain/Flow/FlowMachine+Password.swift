extension FlowMachine {
    func step(_ wait: PasswordWait, _ event: FlowEvent, now: Timestamp) throws(FlowError) -> FlowStep {
        func rebuilt(_ accepted: AcceptedStep) -> FlowState {
            var copy = wait
            copy.accepted = accepted
            return .awaitingPassword(copy)
        }
        switch event {
        case .guess(let key, let code, _):
            if key == wait.key { throw .wrongStep(.password) }
            return try repeated(wait.accepted, key: key, code: code, now: now, in: rebuilt)
        case .codeProved(let ticket, _):
            return try twin(wait.accepted, ticket, state: .awaitingPassword(wait))
        case .password(let key):
            try good(key, wait.key)
            guard wait.triesLeft > 0 else { throw .triesSpent }
            var charged = wait
            charged.triesLeft -= 1
            charged.passwordCharges += 1
            let ticket = PasswordTicket(key: key, triesLeft: charged.triesLeft)
            return FlowStep(.awaitingPassword(charged), [.chargePassword], answer: .comparePassword(ticket))
        case .passwordProved(let ticket, let outcome):
            try good(ticket.key, wait.key)
            let accepted = AcceptedStep(
                key: wait.key, input: .password, at: now, repeatsLeft: AcceptedStep.repeats)
            let finish = FlowFinish(key: wait.key, accepted: accepted, outcome: outcome)
            return FlowStep(
                .finished(finish), [.refund(wait.charges), .refundPassword(wait.passwordCharges)],
                answer: .proceed)
        case .repeatProved(let ticket):
            return try repeatProved(wait.accepted, ticket, in: rebuilt)
        case .passwordChosen(let key, _), .resend(let key, _):
            try good(key, wait.key)
            throw .wrongStep(.password)
        case .cancel(let key):
            try good(key, wait.key)
            return FlowStep(nil, answer: .proceed)
        case .delivery:
            return FlowStep(.awaitingPassword(wait), answer: .proceed)
        }
    }

    func step(_ choice: PasswordChoice, _ event: FlowEvent, now: Timestamp) throws(FlowError) -> FlowStep {
        func rebuilt(_ accepted: AcceptedStep) -> FlowState {
            var copy = choice
            copy.accepted = accepted
            return .choosingPassword(copy)
        }
        switch event {
        case .guess(let key, let code, _):
            if key == choice.key { throw .wrongStep(.newPassword) }
            return try repeated(choice.accepted, key: key, code: code, now: now, in: rebuilt)
        case .codeProved(let ticket, _):
            return try twin(choice.accepted, ticket, state: .choosingPassword(choice))
        case .password(let key):
            try good(key, choice.key)
            return FlowStep(.choosingPassword(choice), answer: .hashNewPassword)
        case .passwordChosen(let key, let outcome):
            try good(key, choice.key)
            let accepted = AcceptedStep(
                key: choice.key, input: .password, at: now, repeatsLeft: AcceptedStep.repeats)
            let finish = FlowFinish(key: choice.key, accepted: accepted, outcome: outcome)
            return FlowStep(.finished(finish), [.refund(choice.charges)], answer: .proceed)
        case .repeatProved(let ticket):
            return try repeatProved(choice.accepted, ticket, in: rebuilt)
        case .resend(let key, _):
            try good(key, choice.key)
            throw .wrongStep(.newPassword)
        case .passwordProved:
            throw .notFound
        case .cancel(let key):
            try good(key, choice.key)
            return FlowStep(nil, answer: .proceed)
        case .delivery:
            return FlowStep(.choosingPassword(choice), answer: .proceed)
        }
    }

    func step(_ finish: FlowFinish, _ event: FlowEvent, now: Timestamp) throws(FlowError) -> FlowStep {
        func rebuilt(_ accepted: AcceptedStep) -> FlowState {
            var copy = finish
            copy.accepted = accepted
            return .finished(copy)
        }
        switch event {
        case .guess(let key, let code, _):
            if key == finish.key { throw .wrongStep(.done) }
            return try repeated(finish.accepted, key: key, code: code, now: now, in: rebuilt)
        case .codeProved(let ticket, _):
            return try twin(finish.accepted, ticket, state: .finished(finish))
        case .password(let key):
            return try repeated(finish.accepted, key: key, code: nil, now: now, in: rebuilt)
        case .passwordProved(let ticket, _):
            // A twin: charged before, right as well, and the other one was saved first.
            guard finish.accepted.input == .password else { throw .notFound }
            try good(ticket.key, finish.accepted.key)
            return FlowStep(.finished(finish), answer: .alreadyTaken)
        case .repeatProved(let ticket):
            return try repeatProved(finish.accepted, ticket, in: rebuilt)
        case .passwordChosen(let key, _):
            // Two requests may carry two passwords; the second one was not set.
            try good(key, finish.key)
            throw .wrongStep(.done)
        case .resend(let key, _), .cancel(let key):
            try good(key, finish.key)
            throw .wrongStep(.done)
        case .delivery:
            return FlowStep(.finished(finish), answer: .proceed)
        }
    }
}
