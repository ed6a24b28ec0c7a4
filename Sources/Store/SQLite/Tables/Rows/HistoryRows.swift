import Domain

extension Asking where Self: ~Copyable {
    func history(of user: UserID, after: EventID?, limit: Int) throws(StoreFault) -> [HistoryEvent] {
        try all(
            """
            SELECT id, time, kind, outcome, origin FROM history
            WHERE account = ? AND id < ? ORDER BY id DESC LIMIT ?
            """, user, after?.bytes ?? pastAll, max(0, limit)
        ) { row throws(StoreFault) in
            let origin = try row.bytes(4)
            return HistoryEvent(
                id: try row.identifier(0), user: user, time: try row.time(1), kind: try row.word(2),
                outcome: try row.word(3),
                origin: try reading("history") { () throws(RecordFault) in try Origin(record: origin) })
        }
    }
}

extension Transaction {
    func add(_ event: HistoryEvent) throws(StoreFault) {
        try run(
            "INSERT INTO history (account, id, time, kind, outcome, origin) VALUES (?, ?, ?, ?, ?, ?)",
            event.user, event.id, event.time, event.kind.rawValue, event.outcome.rawValue,
            event.origin.record)
    }
}
