public import Domain

/// Carries messages from the outbox to the channels, and word of their delivery back to their flows.
///
/// A message holds no code: the courier derives it as it sends, and drops the message when the flow has moved on
/// to another code. A message to nobody is carried in every respect but the sending.
public struct Courier: Sendable {
    private let outside: Outside
    private let terms: Terms
    private let writer: any MessageWriter
    private let channels: @Sendable (Contact.Kind) -> any Channel
    private let policy: CourierPolicy

    public init(
        _ outside: Outside, under terms: Terms, writer: any MessageWriter,
        policy: CourierPolicy = CourierPolicy(),
        channels: @escaping @Sendable (Contact.Kind) -> any Channel
    ) {
        self.outside = outside
        self.terms = terms
        self.writer = writer
        self.policy = policy
        self.channels = channels
    }

    /// Carries what waits, as much as one lease holds, and says how many messages that were.
    public func carry() async throws(StoreError) -> Int {
        let now = outside.time.now()
        let leased = try await outside.store.lease(policy.atOnce, at: now, until: now + policy.lease)
        for message in leased { try await carry(message) }
        return leased.count
    }

    private func carry(_ leased: LeasedMessage) async throws(StoreError) {
        let message = leased.message
        switch try await readiness(of: message) {
        case .stale:
            _ = try await outside.store.settle(leased, .done)
        case .ready(let code, let flow):
            let outcome = await send(message, code, flow)
            let fate = policy.fate(
                of: outcome, attempt: leased.attempt, expiresAt: message.expiresAt, random: outside.random,
                at: outside.time.now())
            guard try await outside.store.settle(leased, fate), let flow else { return }
            try await report(outcome, fate, message, flow.id)
        }
    }

    private enum MessageReadiness {
        case ready(LoginCode?, Flow?)
        case stale
    }

    private func readiness(of message: OutboxMessage) async throws(StoreError) -> MessageReadiness {
        guard outside.time.now() < message.expiresAt else { return .stale }
        guard let asked = message.code else { return .ready(nil, nil) }
        guard let flow = try await outside.store.flow(asked.flow), case .awaitingCode(let wait) = flow.state,
            wait.generation == asked.generation
        else { return .stale }
        let code = outside.secrets.code(of: asked.flow, generation: asked.generation, shape: asked.shape)
        return .ready(code, flow)
    }

    private func send(_ message: OutboxMessage, _ code: LoginCode?, _ flow: Flow?) async -> SendOutcome {
        guard let recipient = message.recipient else {
            return flow.map { channels(kind(of: $0)).usualOutcome } ?? .sent
        }
        let shown = message.template.carriesCode ? code : nil
        let content = writer.write(message, code: shown, to: recipient)
        return await channels(recipient.kind).send(
            OutgoingMessage(id: message.id, recipient: recipient, content: content, code: shown))
    }

    /// The channel that the flow's code takes.
    private func kind(of flow: Flow) -> Contact.Kind {
        FlowProgress(of: flow, now: outside.time.now()).channel
    }

    /// Tells the flow, unless another attempt is still to come.
    private func report(
        _ outcome: SendOutcome, _ fate: MessageFate, _ message: OutboxMessage, _ flow: FlowID
    ) async throws(StoreError) {
        let delivery: Delivery
        switch (outcome, fate) {
        case (.sent, _): delivery = .sent
        case (.delivered, _): delivery = .delivered
        case (.refused, _), (.postponed, .done): delivery = .failed
        case (.postponed, .retry): return
        }
        guard let generation = message.code?.generation else { return }
        let policy = terms.flow
        let now = outside.time.now()
        _ = try await outside.store.advance(flow) { facts in
            var flow = facts.flow
            guard
                let step = try? flow.machine(under: policy).step(
                    flow.state, .delivery(generation: generation, delivery), now: now),
                let state = step.state, state != flow.state
            else { return Decision(()) }
            flow.state = state
            return Decision((), saving: [.saveFlow(flow)])
        }
    }
}

extension OutboxMessage.Template {
    /// Whether the code stands in it: a message that tells of something else has a flow but shows no code.
    var carriesCode: Bool {
        switch self {
        case .code, .codeForOwner: true
        case .noAccount, .contactTooNew, .guessesNoticed, .codesLengthened, .newDevice, .tokenReused,
            .passwordChanged, .contactAdded, .contactRemoved:
            false
        }
    }
}
