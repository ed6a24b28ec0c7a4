import Domain
import Synchronization

/// Gives each operation to the other one of two stores.
final class Alternating<One: Store>: FlowStore, SessionStore, HistoryStore, OutboxStore, Housekeeping {
    private let stores: (One, One)
    private let count = Atomic(0)

    init(_ one: One, _ other: One) {
        stores = (one, other)
    }

    private var next: One {
        count.wrappingAdd(1, ordering: .relaxed).newValue.isMultiple(of: 2) ? stores.0 : stores.1
    }

    func start<Answer: Sendable>(
        _ request: StartRequest, _ step: @escaping @Sendable (StartFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer { try await next.start(request, step) }

    func spendGuess<Answer: Sendable>(
        on flow: FlowID, _ step: @escaping @Sendable (GuessFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? { try await next.spendGuess(on: flow, step) }

    func advance<Answer: Sendable>(
        _ flow: FlowID, _ step: @escaping @Sendable (FlowFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? { try await next.advance(flow, step) }

    func flow(_ id: FlowID) async throws(StoreError) -> Flow? { try await next.flow(id) }

    func isKnown(
        _ device: DeviceID?, for contact: Contact, at now: Timestamp
    ) async throws(StoreError) -> Bool { try await next.isKnown(device, for: contact, at: now) }

    func advance<Answer: Sendable>(
        _ session: SessionID, _ step: @escaping @Sendable (SessionFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? { try await next.advance(session, step) }

    func session(_ id: SessionID) async throws(StoreError) -> SessionFacts? { try await next.session(id) }

    func sessions(
        of user: UserID, after: SessionID?, limit: Int
    ) async throws(StoreError) -> [Session] {
        try await next.sessions(of: user, after: after, limit: limit)
    }

    func history(
        of user: UserID, after: EventID?, limit: Int
    ) async throws(StoreError) -> [HistoryEvent] {
        try await next.history(of: user, after: after, limit: limit)
    }

    func lease(
        _ limit: Int, at now: Timestamp, until end: Timestamp
    ) async throws(StoreError) -> [LeasedMessage] { try await next.lease(limit, at: now, until: end) }

    func settle(_ message: LeasedMessage, _ fate: MessageFate) async throws(StoreError) -> Bool {
        try await next.settle(message, fate)
    }

    func purge(_ limit: Int, at now: Timestamp) async throws(StoreError) -> Int {
        try await next.purge(limit, at: now)
    }
}
