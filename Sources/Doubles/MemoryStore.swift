public import Domain
import Synchronization

/// A store in memory: every operation runs under one lock, so it is as atomic as an engine's transaction.
public final class MemoryStore: FlowStore, SessionStore, HistoryStore, OutboxStore, Housekeeping {
    private let tables = Mutex(MemoryTables())

    public init() {}

    /// How many operations saved something: what an engine would have had to make durable.
    public var commits: Int { tables.withLock { $0.commits } }

    /// How many operations were asked for, reads included.
    public var operations: Int { tables.withLock { $0.operations } }

    /// Everything ever put into the outbox, oldest first, for tests that read other people's mail.
    public var sentMessages: [OutboxMessage] { tables.withLock { $0.everyMessage } }

    public var users: [User] {
        tables.withLock { tables in tables.users.keys.sorted().compactMap(tables.user) }
    }

    public var sessions: [Session] { tables.withLock { $0.sessions.values.sorted { $0.id < $1.id } } }

    /// The row that a ledger means now.
    public func guesses(_ ledger: Ledger) -> GuessAccount? {
        tables.withLock { $0.guesses(ledger) }
    }

    public var fleet: FleetReading { tables.withLock { $0.fleet } }

    /// Applies rows that no service writes, such as a role or a mute, as the command line would.
    public func apply(_ changes: [Change]) throws(StoreError) {
        try operation { tables throws(StoreError) in try tables.save(changes) }
    }

    private func operation<Answer>(
        _ body: (inout MemoryTables) throws(StoreError) -> Answer
    ) throws(StoreError) -> sending Answer {
        // `withLock` rethrows untyped; the result carries the type through.
        let result = tables.withLock { tables -> Result<Answer, StoreError> in
            tables.operations += 1
            let before = tables
            do throws(StoreError) {
                return .success(try body(&tables))
            } catch {
                tables = before
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func run<Answer: Sendable>(
        _ step: (MemoryTables) -> Decision<Answer>?
    ) throws(StoreError) -> Answer? {
        try operation { tables throws(StoreError) in
            guard let decision = step(tables) else { return nil }
            try tables.save(decision.changes)
            return decision.answer
        }
    }

    public func start<Answer: Sendable>(
        _ request: StartRequest, _ step: @escaping @Sendable (StartFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer {
        try operation { tables throws(StoreError) in
            let decision = step(tables.startFacts(request))
            try tables.save(decision.changes)
            return decision.answer
        }
    }

    public func spendGuess<Answer: Sendable>(
        on flow: FlowID, _ step: @escaping @Sendable (GuessFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try run { $0.guessFacts(flow).map(step) }
    }

    public func advance<Answer: Sendable>(
        _ flow: FlowID, _ step: @escaping @Sendable (FlowFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try run { $0.flowFacts(flow).map(step) }
    }

    public func flow(_ id: FlowID) async throws(StoreError) -> Flow? {
        try operation { tables throws(StoreError) in tables.flows[id] }
    }

    public func isKnown(
        _ device: DeviceID?, for contact: Contact, at now: Timestamp
    ) async throws(StoreError) -> Bool {
        try operation { tables throws(StoreError) in
            tables.owner(of: contact)?.knownDevice(device, at: now) != nil
        }
    }

    public func advance<Answer: Sendable>(
        _ session: SessionID, _ step: @escaping @Sendable (SessionFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try run { $0.sessionFacts(session).map(step) }
    }

    public func session(_ id: SessionID) async throws(StoreError) -> SessionFacts? {
        try operation { tables throws(StoreError) in tables.sessionFacts(id) }
    }

    public func sessions(
        of user: UserID, after: SessionID?, limit: Int
    ) async throws(StoreError) -> [Session] {
        try operation { tables throws(StoreError) in
            let own = tables.sessions.values.filter { $0.user == user }.sorted { $0.id > $1.id }
            return Array(own.drop { session in after.map { session.id >= $0 } ?? false }.prefix(limit))
        }
    }

    public func history(
        of user: UserID, after: EventID?, limit: Int
    ) async throws(StoreError) -> [HistoryEvent] {
        try operation { tables throws(StoreError) in
            let own = tables.history.filter { $0.user == user }.sorted { $0.id > $1.id }
            return Array(own.drop { event in after.map { event.id >= $0 } ?? false }.prefix(limit))
        }
    }

    public func lease(
        _ limit: Int, at now: Timestamp, until end: Timestamp
    ) async throws(StoreError) -> [LeasedMessage] {
        try operation { tables throws(StoreError) in tables.lease(limit, at: now, until: end) }
    }

    public func settle(_ message: LeasedMessage, _ fate: MessageFate) async throws(StoreError) -> Bool {
        try operation { tables throws(StoreError) in tables.settle(message, fate) }
    }

    public func purge(_ limit: Int, at now: Timestamp) async throws(StoreError) -> Int {
        try operation { tables throws(StoreError) in tables.purge(limit, at: now) }
    }
}
