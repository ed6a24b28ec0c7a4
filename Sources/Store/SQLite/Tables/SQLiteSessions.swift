public import Domain

extension SQLiteStore: SessionStore, HistoryStore {
    public func advance<Answer: Sendable>(
        _ session: SessionID, _ step: @escaping @Sendable (SessionFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try await decide(
            on: { transaction throws(StoreFault) in try transaction.sessionFacts(session) }, step)
    }

    public func session(_ id: SessionID) async throws(StoreError) -> SessionFacts? {
        try await read { snapshot throws(StoreFault) in try snapshot.sessionFacts(id) }
    }

    public func sessions(
        of user: UserID, after: SessionID?, limit: Int
    ) async throws(StoreError) -> [Session] {
        try await readAtLength { snapshot throws(StoreFault) in
            try snapshot.sessions(of: user, after: after, limit: limit)
        }
    }

    public func history(
        of user: UserID, after: EventID?, limit: Int
    ) async throws(StoreError) -> [HistoryEvent] {
        try await readAtLength { snapshot throws(StoreFault) in
            try snapshot.history(of: user, after: after, limit: limit)
        }
    }
}
