public import Domain

/// A store that says when a message was written, so that the courier need not look for it.
public struct NudgingStore: Sendable {
    private let store: any Store
    private let nudge: @Sendable () -> Void

    public init(_ store: any Store, nudge: @escaping @Sendable () -> Void) {
        self.store = store
        self.nudge = nudge
    }

    /// The answer of a step with word of whether it wrote a message: the store may run a step more than once, and
    /// only the last run counts.
    private static func noting<Answer: Sendable>(_ decision: Decision<Answer>) -> Decision<(Answer, Bool)> {
        let writes = decision.changes.contains { if case .addMessage = $0 { true } else { false } }
        return Decision((decision.answer, writes), saving: decision.changes)
    }

    private func told<Answer>(_ result: (Answer, Bool)) -> Answer {
        if result.1 { nudge() }
        return result.0
    }
}

extension NudgingStore: FlowStore {
    public func start<Answer: Sendable>(
        _ request: StartRequest, _ step: @escaping @Sendable (StartFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer {
        told(try await store.start(request) { Self.noting(step($0)) })
    }

    public func spendGuess<Answer: Sendable>(
        on flow: FlowID, _ step: @escaping @Sendable (GuessFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try await store.spendGuess(on: flow) { Self.noting(step($0)) }.map(told)
    }

    public func advance<Answer: Sendable>(
        _ flow: FlowID, _ step: @escaping @Sendable (FlowFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try await store.advance(flow) { Self.noting(step($0)) }.map(told)
    }

    public func flow(_ id: FlowID) async throws(StoreError) -> Flow? {
        try await store.flow(id)
    }

    public func isKnown(
        _ device: DeviceID?, for contact: Contact, at now: Timestamp
    ) async throws(StoreError) -> Bool {
        try await store.isKnown(device, for: contact, at: now)
    }
}

extension NudgingStore: SessionStore {
    public func advance<Answer: Sendable>(
        _ session: SessionID, _ step: @escaping @Sendable (SessionFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try await store.advance(session) { Self.noting(step($0)) }.map(told)
    }

    public func session(_ id: SessionID) async throws(StoreError) -> SessionFacts? {
        try await store.session(id)
    }

    public func sessions(
        of user: UserID, after: SessionID?, limit: Int
    ) async throws(StoreError) -> [Session] {
        try await store.sessions(of: user, after: after, limit: limit)
    }
}

extension NudgingStore: HistoryStore, OutboxStore, Housekeeping {
    public func history(
        of user: UserID, after: EventID?, limit: Int
    ) async throws(StoreError) -> [HistoryEvent] {
        try await store.history(of: user, after: after, limit: limit)
    }

    public func lease(
        _ limit: Int, at now: Timestamp, until end: Timestamp
    ) async throws(StoreError) -> [LeasedMessage] {
        try await store.lease(limit, at: now, until: end)
    }

    public func settle(_ message: LeasedMessage, _ fate: MessageFate) async throws(StoreError) -> Bool {
        try await store.settle(message, fate)
    }

    public func purge(_ limit: Int, at now: Timestamp) async throws(StoreError) -> Int {
        try await store.purge(limit, at: now)
    }
}
