public import Domain

extension SQLiteStore: OutboxStore, Housekeeping {
    public func lease(
        _ limit: Int, at now: Timestamp, until end: Timestamp
    ) async throws(StoreError) -> [LeasedMessage] {
        // Couriers ask often and mostly in vain: that is no reason to hold up the writer. Who cannot look asks it.
        let isDue = try? await read { snapshot throws(StoreFault) in try snapshot.isMessageDue(at: now) }
        if isDue == false { return [] }
        return try await write { transaction throws(StoreFault) in
            try transaction.lease(limit, at: now, until: end)
        }
    }

    public func settle(_ message: LeasedMessage, _ fate: MessageFate) async throws(StoreError) -> Bool {
        try await write { transaction throws(StoreFault) in try transaction.settle(message, fate) }
    }

    public func purge(_ limit: Int, at now: Timestamp) async throws(StoreError) -> Int {
        try await write { transaction throws(StoreFault) in
            try transaction.purge(max(0, limit), at: now)
        }
    }
}
