import Domain

extension Transaction {
    /// Removes at most `limit` rows that count for nothing any more.
    func purge(_ limit: Int, at now: Timestamp) throws(StoreFault) -> Int {
        var removed = 0
        removed += try run(
            "DELETE FROM flow WHERE id IN (SELECT id FROM flow WHERE expires_at <= ? LIMIT ?)", now, limit)
        removed += try purgeSessions(limit - removed, at: now)
        removed += try run(
            "DELETE FROM device WHERE id IN (SELECT id FROM device WHERE seen_at <= ? LIMIT ?)",
            now - KnownDevice.lifetime, limit - removed)
        removed += try dropMessages(at: now, limit: limit - removed)
        removed += try purgeHours(limit - removed, at: FleetHour(of: now))
        return removed
    }

    /// Looks at the rows that are due. Those that were refreshed in the meantime are due again when they expire.
    private func purgeSessions(_ limit: Int, at now: Timestamp) throws(StoreFault) -> Int {
        var removed = 0
        for _ in 0..<Self.looks where removed < limit {
            let due = try all(
                "SELECT id, expires_at FROM session WHERE due_at <= ? ORDER BY due_at LIMIT ?", now,
                limit - removed
            ) { row throws(StoreFault) in
                let id: SessionID = try row.identifier(0)
                return (id: id, expiresAt: try row.time(1))
            }
            if due.isEmpty { break }
            for session in due {
                if session.expiresAt <= now {
                    try removeSession(session.id)
                    removed += 1
                } else {
                    try run("UPDATE session SET due_at = expires_at WHERE id = ?", session.id)
                }
            }
        }
        return removed
    }

    /// So often one step looks at rows that are due, even if none of them has expired.
    private static let looks = 8

    private func purgeHours(_ limit: Int, at now: FleetHour) throws(StoreFault) -> Int {
        let guesses = try run(
            "DELETE FROM guess_hour WHERE hour IN (SELECT hour FROM guess_hour WHERE hour < ? LIMIT ?)",
            now.earlier(by: FleetCounts.hoursKept).number, limit)
        let end = now.earlier(by: Int64(FleetCounts.daysOfSignIns) * 24).number
        let counts = try all(
            """
            DELETE FROM sign_in_hour WHERE hour IN (SELECT hour FROM sign_in_hour WHERE hour < ? LIMIT ?)
            RETURNING count
            """, end, limit - guesses
        ) { row throws(StoreFault) in try row.count(0) }
        if !counts.isEmpty {
            try run("UPDATE fleet SET sign_ins = sign_ins - ? WHERE id = 1", counts.reduce(0, +))
        }
        return guesses + counts.count
    }
}
