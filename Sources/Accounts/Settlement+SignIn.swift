import Domain

extension Settlement {
    func signIn(_ ticket: GuessTicket, _ facts: FlowFacts, by method: AuthenticationMethod) -> Outcome {
        guard let user = facts.account else {
            guard facts.flow.party == .newcomer, facts.owner == nil else { return end(facts, .flowNotFound) }
            if terms.passwordAtRegistration {
                return step(facts, .codeProved(ticket, .choosePassword)) { _, _ in nil }
            }
            let (user, rows) = newcomer(facts.flow, password: nil)
            let opening = opening(user, by: [method], created: true, facts.flow)
            return step(facts, .codeProved(ticket, .finish(opening.outcome))) { _, _ in
                (rows + opening.changes, opening.settled)
            }
        }
        // Only someone who has proved the contact is told this.
        guard !user.isDisabled else { return end(facts, .accountDisabled) }
        if user.hasPassword {
            return step(facts, .codeProved(ticket, .askPassword)) { _, _ in nil }
        }
        let opening = opening(user, by: [method], created: false, facts.flow)
        return step(facts, .codeProved(ticket, .finish(opening.outcome))) { _, _ in
            (opening.changes, opening.settled)
        }
    }

    /// The account's password was right, and it is still the account's.
    func passwordProved(
        _ ticket: PasswordTicket, checked: PasswordHashText, rehashed: PasswordHashText?, _ facts: FlowFacts
    ) -> Outcome {
        guard case .awaitingPassword(let wait) = facts.flow.state else {
            let outcome = FlowOutcome.passwordSet
            return step(facts, .passwordProved(ticket, outcome)) { _, _ in nil }
        }
        guard let user = facts.account, user.password == checked else { return end(facts, .flowNotFound) }
        guard !user.isDisabled else { return end(facts, .accountDisabled) }
        let opening = opening(
            user, by: [method(wait.accepted, facts.flow), .password], created: false, facts.flow)
        return step(facts, .passwordProved(ticket, opening.outcome)) { _, _ in
            let rehash = rehashed.map { [Change.savePassword(user.id, $0)] } ?? []
            return (rehash + opening.changes, opening.settled)
        }
    }

    func method(_ accepted: AcceptedStep, _ flow: Flow) -> AuthenticationMethod {
        switch accepted.input {
        case .code(_, _, let destination): flow.method(of: destination)
        case .password: .password
        }
    }

    /// The account that comes into being, and the rows for it.
    func newcomer(_ flow: Flow, password: PasswordHashText?) -> (User, [Change]) {
        let proven = ProvenContact(id: newContact, contact: flow.typed, provedAt: now, wasAdded: false)
        let user = User(
            id: newUser, createdAt: now, profile: flow.profile, password: password, contacts: [proven])
        let rows: [Change] = [
            .insertUser(user), .insertContact(proven, of: user.id, slot),
            writer.history(.registered, of: user.id),
        ]
        return (user, rows)
    }

    /// A session for this user on this device, with the rows that go with it.
    func opening(
        _ user: User, by methods: [AuthenticationMethod], created: Bool, _ flow: Flow
    ) -> (outcome: FlowOutcome, changes: [Change], settled: Settled) {
        var changes: [Change] = []
        var user = user
        let device: KnownDevice
        if var known = user.knownDevice(flow.knownDevice, at: now) {
            known.seenAt = max(known.seenAt, now)
            device = known
        } else {
            device = KnownDevice(id: newDevice, createdAt: now, seenAt: now)
            changes += makeRoom(in: &user)
            if !created { changes += writer.notices(.newDevice, to: user.contacts, locale: flow.locale) }
        }
        user.devices.removeAll { $0.id == device.id }
        user.devices.append(device)
        let session = Session(
            opening: newSession, for: user.id, by: methods, from: caller.origin,
            userAgent: caller.userAgent, device: device.id, now: now, under: terms.session)
        changes += [
            .saveDevice(device, of: user.id), .insertSession(session), .countSignIn(FleetHour(of: now)),
        ]
        // A registration has a line of its own.
        if !created { changes.append(writer.history(.signedIn, of: user.id)) }
        return (
            .signedIn(session.id, created: created, device: device.id), changes,
            .signedIn(session, user, created: created, device, flow.purpose)
        )
    }

    /// An account knows ten devices; the one that was not seen for longest goes.
    private func makeRoom(in user: inout User) -> [Change] {
        let excess = user.devices.count - User.mostDevices + 1
        guard excess > 0 else { return [] }
        let oldest = user.devices.sorted { ($0.seenAt, $0.id) < ($1.seenAt, $1.id) }.prefix(excess)
        user.devices.removeAll { device in oldest.contains { $0.id == device.id } }
        return oldest.map { .removeDevice($0.id) }
    }
}
