import Domain

extension Settlement {
    func reset(_ ticket: GuessTicket, _ facts: FlowFacts) -> Outcome {
        guard let user = facts.account, let proven = user.proven(facts.flow.typed),
            !proven.isOnProbation(at: now)
        else { return end(facts, .flowNotFound) }
        guard !user.isDisabled else { return end(facts, .accountDisabled) }
        return step(facts, .codeProved(ticket, .choosePassword)) { _, _ in nil }
    }

    /// The new password is hashed: set it, and for a newcomer open the account with it.
    func passwordChosen(_ key: UInt32, _ hash: PasswordHashText, _ facts: FlowFacts) -> Outcome {
        guard case .choosingPassword(let choice) = facts.flow.state else {
            return step(facts, .passwordChosen(key: key, .passwordSet)) { _, _ in nil }
        }
        switch facts.flow.purpose {
        case .register:
            // The account may have come into being elsewhere; its password is not ours to set.
            guard facts.flow.party == .newcomer, facts.owner == nil else { return end(facts, .flowNotFound) }
            let (user, rows) = newcomer(facts.flow, password: hash)
            let methods = [method(choice.accepted, facts.flow), .password]
            let opening = opening(user, by: methods, created: true, facts.flow)
            return step(facts, .passwordChosen(key: key, opening.outcome)) { _, _ in
                (rows + opening.changes, opening.settled)
            }
        case .reset:
            guard let user = facts.account, let proven = user.proven(facts.flow.typed),
                !proven.isOnProbation(at: now)
            else { return end(facts, .flowNotFound) }
            guard !user.isDisabled else { return end(facts, .accountDisabled) }
            return step(facts, .passwordChosen(key: key, .passwordSet)) { flow, _ in
                let rows: [Change] = [
                    .savePassword(user.id, hash), .removeSessions(of: user.id, except: nil, devices: true),
                    .removeDevices(of: user.id), .removeFlows(of: user.id, except: flow.id),
                    writer.history(.passwordSet, of: user.id),
                ]
                return (rows + writer.notices(.passwordChanged, to: user.contacts), .progress(flow))
            }
        case .login, .contact, .confirm:
            return end(facts, .flowNotFound)
        }
    }

    func addContact(_ ticket: GuessTicket, _ facts: FlowFacts) -> Outcome {
        guard let (_, user) = living(facts, facts.user) else { return end(facts, .flowNotFound) }
        guard facts.owner == nil else { return end(facts, .contactTaken) }
        guard user.contacts.count < User.mostContacts else { return end(facts, .tooManyContacts) }
        let proven = ProvenContact(id: newContact, contact: facts.flow.typed, provedAt: now, wasAdded: true)
        return step(facts, .codeProved(ticket, .finish(.contactAdded(proven.id)))) { flow, _ in
            let rows: [Change] = [
                .insertContact(proven, of: user.id, slot), writer.history(.contactAdded, of: user.id),
            ]
            return (rows + writer.notices(.contactAdded, to: user.contacts), .progress(flow))
        }
    }

    func confirm(_ ticket: GuessTicket, _ facts: FlowFacts, by method: AuthenticationMethod) -> Outcome {
        guard let (session, user) = living(facts, facts.user), let proven = user.proven(facts.flow.typed),
            !proven.isOnProbation(at: now)
        else { return end(facts, .flowNotFound) }
        let confirmed = session.confirmed(by: method, shape: ticket.shape, at: now)
        return step(facts, .codeProved(ticket, .finish(.confirmed(session.id)))) { _, _ in
            let rows: [Change] = [
                .saveSession(confirmed), writer.history(.confirmed, of: user.id),
            ]
            return (rows, .confirmed(confirmed, user))
        }
    }
}
