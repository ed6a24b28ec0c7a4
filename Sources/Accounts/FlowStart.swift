import Domain

/// The step that begins a flow. The work is the same for everybody: one flow, one row of the ledger, one
/// message, even when nobody is there to read it.
struct FlowStart: Sendable {
    let id: FlowID
    let purpose: FlowPurpose
    let contact: Contact
    let slot: LedgerSlot
    let device: (id: DeviceID, number: UInt32)?
    let profile: Profile
    let locale: LanguageTag?
    let terms: Terms
    let writer: RowWriter

    func decide(_ facts: StartFacts) -> Decision<Flow> {
        let now = writer.now
        let asking = facts.asking.flatMap { $0.session.isExpired(at: now) || $0.user.isDisabled ? nil : $0 }
        let audience = Audience(
            purpose, for: contact, owner: facts.owner, asking: asking?.user,
            registrationIsOpen: terms.registrationIsOpen, now: now)
        let known = knownDevice(facts, asking: asking)
        let ledger = known.map(Ledger.device) ?? .contact(contact, slot)
        let guesses = known == nil ? facts.guesses : facts.deviceGuesses ?? .empty
        let alert = terms.guesses.spray.alert(after: facts.fleet.alert, facts.fleet.counts, at: now)
        let isAdmin = purpose == .confirm && asking?.user.isAdmin ?? false
        let least = isAdmin ? max(.digits8, terms.guesses.base) : terms.guesses.base
        let shape = guesses.shape(
            atLeast: least, for: ledger.guesser, sprayed: alert == .raised, at: now, under: terms.guesses)

        let deadline = now + terms.flow.flowLifetime
        let wait = FlowMachine(policy: terms.flow, deadline: deadline).start(shape, now: now)
        // The courtesy is counted on the contact, whatever device asks.
        var counted = facts.guesses
        let isDue =
            !audience.isCourtesy || contact.kind == .email && counted.mayNotice(at: now, under: terms.guesses)
        if audience.isCourtesy, isDue { counted.noticedAt = now }
        let recipient = isDue ? audience.recipient : nil

        let flow = Flow(
            id: id, purpose: purpose, party: audience.party, typed: contact,
            recipient: audience.isCourtesy ? nil : audience.recipient, ledger: ledger, leastShape: least,
            locale: locale, profile: profile, startedBy: asking?.session.id, knownDevice: known,
            startedAt: now, expiresAt: deadline, state: .awaitingCode(wait))
        var changes: [Change] = [
            .insertFlow(flow), .saveGuesses(.contact(contact, slot), counted),
            writer.message(
                audience.template, for: flow, to: recipient, generation: wait.generation, shape: shape,
                expiresAt: wait.expiresAt),
        ]
        if alert != facts.fleet.alert { changes.append(.saveAlert(alert)) }
        return Decision(flow, saving: changes)
    }

    /// The caller's device, if it is one of the account that has the contact; of a session that confirms, the
    /// device it runs on. A device says nothing about an address that is to be added.
    private func knownDevice(_ facts: StartFacts, asking: SessionFacts?) -> DeviceID? {
        switch purpose {
        case .contact: nil
        case .confirm: asking?.user.knownDevice(asking?.session.device, at: writer.now)?.id
        case .register, .login, .reset:
            facts.owner?.knownDevice(device?.id, at: writer.now).flatMap { known in
                known.token == device?.number ? known.id : nil
            }
        }
    }
}
