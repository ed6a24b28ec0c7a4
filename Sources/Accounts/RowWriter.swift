import Domain

/// Turns what the machine decided into rows. A value made for one operation: the identifiers it gives out are
/// drawn before, so that a step that runs twice writes the same rows.
struct RowWriter: Sendable {
    let now: Timestamp
    let origin: Origin
    let messages: [MessageID]
    let event: EventID

    init(now: Timestamp, origin: Origin, random: any RandomSource) {
        self.now = now
        self.origin = origin
        messages = (0..<Self.mostMessages).map { _ in MessageID(at: now, random: random.bytes(10)) }
        event = EventID(at: now, random: random.bytes(10))
    }

    /// A code or a notice for each contact of an account, and one more.
    private static let mostMessages = User.mostContacts + 1

    /// Whoever registers an address that has an account is told so, in the mailbox alone.
    func codeTemplate(of flow: Flow) -> OutboxMessage.Template {
        flow.purpose == .register && flow.party.user != nil ? .codeForOwner : .code
    }

    /// The message of a flow that carries a code, or one that stands in its place.
    func message(
        _ template: OutboxMessage.Template, for flow: Flow, to recipient: Contact?, generation: UInt32,
        shape: CodeShape, expiresAt: Timestamp, place: Int = 0
    ) -> Change {
        .addMessage(
            OutboxMessage(
                id: messages[place], template: template, recipient: recipient,
                code: OutboxMessage.Code(
                    flow: flow.id, generation: generation, shape: shape, purpose: flow.purpose),
                locale: flow.locale, origin: origin, createdAt: now, expiresAt: expiresAt))
    }

    /// The same words to several contacts; those that are muted get none.
    func notices(
        _ template: OutboxMessage.Template, to contacts: [ProvenContact], locale: LanguageTag? = nil
    ) -> [Change] {
        zip(messages, contacts.filter { !$0.isMuted }).map { id, proven in
            .addMessage(notice(template, to: proven.contact, id: id, locale: locale))
        }
    }

    func notice(
        _ template: OutboxMessage.Template, to recipient: Contact?, id: MessageID, locale: LanguageTag?
    ) -> OutboxMessage {
        OutboxMessage(
            id: id, template: template, recipient: recipient, code: nil, locale: locale, origin: origin,
            createdAt: now, expiresAt: now + .days(1))
    }

    func history(
        _ kind: HistoryEvent.Kind, of user: UserID, _ outcome: HistoryEvent.Outcome = .success
    ) -> Change {
        .addHistory(
            HistoryEvent(id: event, user: user, time: now, kind: kind, outcome: outcome, origin: origin))
    }

    /// What gives a flow's charges back: to its ledger, and to the hours in which the fleet counted them.
    func refund(_ charges: [GuessCharge], of flow: Flow, _ guesses: GuessAccount?) -> [Change] {
        guard let guesses, !charges.isEmpty else { return [] }
        return [.saveGuesses(flow.ledger, guesses.refunded(charges))]
            + charges.map { .countGuesses($0.hour, -1) }
    }
}
