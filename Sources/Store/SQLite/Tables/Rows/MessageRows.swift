import Domain

extension Asking where Self: ~Copyable {
    /// Whether a lease would find something to do.
    func isMessageDue(at now: Timestamp) throws(StoreFault) -> Bool {
        try first(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM message WHERE due_at <= ?1)
                OR EXISTS (SELECT 1 FROM message WHERE expires_at <= ?1)
            """, now
        ) { _ throws(StoreFault) in true } ?? false
    }
}

extension Transaction {
    func add(_ message: OutboxMessage) throws(StoreFault) {
        try run(
            """
            INSERT INTO message (created_at, id, due_at, expires_at, attempt, content)
            VALUES (?1, ?2, ?1, ?3, 0, ?4)
            """, message.createdAt, message.id, message.expiresAt, MessageRecord.write(message))
    }

    func lease(
        _ limit: Int, at now: Timestamp, until end: Timestamp
    ) throws(StoreFault) -> [LeasedMessage] {
        try dropMessages(at: now)
        let waiting = try all(
            """
            SELECT created_at, id, expires_at, attempt, content FROM message
            WHERE due_at <= ?1 AND expires_at > ?1 ORDER BY created_at, id LIMIT ?2
            """, now, max(0, limit)
        ) { row throws(StoreFault) in
            let (createdAt, expiresAt) = (try row.time(0), try row.time(2))
            let (id, content): (MessageID, [UInt8]) = (try row.identifier(1), try row.bytes(4))
            let message = try reading("message") { () throws(RecordFault) in
                try MessageRecord.read(content, id: id, createdAt: createdAt, expiresAt: expiresAt)
            }
            return LeasedMessage(message: message, attempt: try row.count(3) + 1)
        }
        for leased in waiting {
            try run(
                "UPDATE message SET attempt = ?, due_at = ? WHERE created_at = ? AND id = ?", leased.attempt,
                end, leased.message.createdAt, leased.message.id)
        }
        return waiting
    }

    func settle(_ leased: LeasedMessage, _ fate: MessageFate) throws(StoreFault) -> Bool {
        let (createdAt, id) = (leased.message.createdAt, leased.message.id)
        let settled =
            switch fate {
            case .done:
                try run(
                    "DELETE FROM message WHERE created_at = ? AND id = ? AND attempt = ?", createdAt, id,
                    leased.attempt)
            case .retry(let moment):
                try run(
                    "UPDATE message SET due_at = ? WHERE created_at = ? AND id = ? AND attempt = ?", moment,
                    createdAt, id, leased.attempt)
            }
        return settled == 1
    }

    /// In steps, so that no lease waits for an outbox that nobody emptied for days.
    @discardableResult
    func dropMessages(at now: Timestamp, limit: Int = 500) throws(StoreFault) -> Int {
        try run(
            """
            DELETE FROM message WHERE (created_at, id) IN
                (SELECT created_at, id FROM message WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
            """, now, limit)
    }
}
