/// Flows and the guess ledger.
///
/// Each operation is one transaction: the store reads the facts, runs the pure step, saves its changes and
/// answers when they are durable. It may run the step several times; only the last run counts. Between reading
/// and saving nobody else changes what was read. A step without changes costs no commit. When an operation
/// fails, its guess has not been charged or its answer never left: nothing is ever compared after a failure.
public protocol FlowStore: Sendable {
    /// Reads what a flow begins with.
    func start<Answer: Sendable>(
        _ request: StartRequest, _ step: @escaping @Sendable (StartFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer

    /// Charges a guess. Nil when there is no such flow.
    func spendGuess<Answer: Sendable>(
        on flow: FlowID, _ step: @escaping @Sendable (GuessFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer?

    /// Moves a flow on, with everything that goes with it. Nil when there is no such flow.
    func advance<Answer: Sendable>(
        _ flow: FlowID, _ step: @escaping @Sendable (FlowFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer?

    func flow(_ id: FlowID) async throws(StoreError) -> Flow?

    /// Whether this device is one of the account that has the contact. The work does not depend on the answer.
    func isKnown(
        _ device: DeviceID?, for contact: Contact, at now: Timestamp
    ) async throws(StoreError) -> Bool
}

/// Sessions and what their holders do with their account. Operations are as in `FlowStore`.
public protocol SessionStore: Sendable {
    /// Nil when there is no such session.
    func advance<Answer: Sendable>(
        _ session: SessionID, _ step: @escaping @Sendable (SessionFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer?

    /// A read. Sessions that have expired may be among the answers until they are purged.
    func session(_ id: SessionID) async throws(StoreError) -> SessionFacts?

    /// Newest first, those after `after` in that order.
    func sessions(
        of user: UserID, after: SessionID?, limit: Int
    ) async throws(StoreError) -> [Session]
}

/// The history of accounts.
public protocol HistoryStore: Sendable {
    /// Newest first, those after `after` in that order.
    func history(
        of user: UserID, after: EventID?, limit: Int
    ) async throws(StoreError) -> [HistoryEvent]
}

/// Messages on their way out.
public protocol OutboxStore: Sendable {
    /// Hands out messages that wait, oldest first, and keeps them from everyone else until `end`. Those past
    /// their time are dropped.
    func lease(
        _ limit: Int, at now: Timestamp, until end: Timestamp
    ) async throws(StoreError) -> [LeasedMessage]

    /// Ends a lease. False when the message is gone or was leased anew: then nothing is saved.
    func settle(_ message: LeasedMessage, _ fate: MessageFate) async throws(StoreError) -> Bool
}

/// What keeps a store small.
public protocol Housekeeping: Sendable {
    /// Removes at most `limit` rows that count for nothing any more; the number removed.
    func purge(_ limit: Int, at now: Timestamp) async throws(StoreError) -> Int
}

/// What an engine offers.
public typealias Store = FlowStore & SessionStore & HistoryStore & OutboxStore & Housekeeping

/// A message in the hands of one courier.
public struct LeasedMessage: Hashable, Sendable {
    public let message: OutboxMessage
    /// How often it was handed out, this time included. It names the lease.
    public let attempt: Int

    public init(message: OutboxMessage, attempt: Int) {
        self.message = message
        self.attempt = attempt
    }
}

/// What becomes of a leased message.
public enum MessageFate: Hashable, Sendable {
    /// Sent, refused for good, or not wanted any more.
    case done
    case retry(at: Timestamp)
}
