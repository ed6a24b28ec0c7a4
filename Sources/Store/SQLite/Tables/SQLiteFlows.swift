public import Domain

extension SQLiteStore: FlowStore {
    public func start<Answer: Sendable>(
        _ request: StartRequest, _ step: @escaping @Sendable (StartFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer {
        try await write { transaction throws(StoreFault) in
            let decision = step(try transaction.startFacts(request))
            try transaction.save(decision.changes)
            return decision.answer
        }
    }

    public func spendGuess<Answer: Sendable>(
        on flow: FlowID, _ step: @escaping @Sendable (GuessFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try await decide(
            on: { transaction throws(StoreFault) in try transaction.guessFacts(flow) }, step)
    }

    public func advance<Answer: Sendable>(
        _ flow: FlowID, _ step: @escaping @Sendable (FlowFacts) -> Decision<Answer>
    ) async throws(StoreError) -> Answer? {
        try await decide(
            on: { transaction throws(StoreFault) in try transaction.flowFacts(flow) }, step)
    }

    public func flow(_ id: FlowID) async throws(StoreError) -> Flow? {
        try await read { snapshot throws(StoreFault) in try snapshot.flow(id) }
    }

    public func isKnown(
        _ device: DeviceID?, for contact: Contact, at now: Timestamp
    ) async throws(StoreError) -> Bool {
        // Every look-up is made and one row comes back, whatever there is.
        let found = try await read { snapshot throws(StoreFault) in
            try snapshot.first(
                """
                SELECT coalesce((SELECT account FROM contact WHERE name = ?1), x'00')
                        = coalesce((SELECT account FROM device WHERE id = ?2), x'01'),
                    coalesce((SELECT seen_at FROM device WHERE id = ?2), 0)
                """, contact.canonical, device?.bytes ?? pastAll
            ) { row throws(StoreFault) in (isSame: try row.bool(0), seenAt: try row.time(1)) }
        }
        guard let found else { return false }
        return found.isSame && now.since(found.seenAt) < KnownDevice.lifetime
    }
}
