import Domain

extension Asking where Self: ~Copyable {
    /// The account that has a contact, and what is counted for it there.
    func owner(of contact: Contact) throws(StoreFault) -> (account: UserID, guesses: GuessAccount)? {
        try first(
            """
            SELECT account, short_count, short_anchor, long_count, long_anchor, noticed_at
            FROM contact WHERE name = ?
            """, contact.canonical
        ) { row throws(StoreFault) in (try row.identifier(0), try row.guesses(from: 1)) }
    }

    func guesses(in slot: LedgerSlot) throws(StoreFault) -> GuessAccount {
        try first(
            """
            SELECT short_count, short_anchor, long_count, long_anchor, noticed_at
            FROM ledger_slot WHERE number = ?
            """, slot.number
        ) { row throws(StoreFault) in try row.guesses(from: 0) } ?? .empty
    }

    /// Nil when the device is gone.
    func guesses(of device: DeviceID) throws(StoreFault) -> GuessAccount? {
        try first(
            """
            SELECT short_count, short_anchor, long_count, long_anchor, noticed_at
            FROM device WHERE id = ?
            """, device
        ) { row throws(StoreFault) in try row.guesses(from: 0) }
    }

    /// The row that a ledger means now; see `Ledger`.
    func guesses(_ ledger: Ledger) throws(StoreFault) -> GuessAccount? {
        switch ledger {
        case .device(let device): try guesses(of: device)
        case .contact(let contact, let slot):
            if let owner = try owner(of: contact) { owner.guesses } else { try guesses(in: slot) }
        }
    }

    func fleet() throws(StoreFault) -> FleetReading {
        let hours = try all("SELECT hour, count FROM guess_hour") { row throws(StoreFault) in
            (FleetHour(number: try row.integer(0)), try row.count(1))
        }
        let sums = try first("SELECT alert, sign_ins FROM fleet WHERE id = 1") { row throws(StoreFault) in
            let alert: SprayAlert = try row.word(0)
            return (alert, try row.count(1))
        }
        guard let (alert, signIns) = sums else { throw .defect }
        return FleetReading(
            counts: FleetCounts(guesses: Dictionary(hours) { first, _ in first }, signIns: signIns),
            alert: alert)
    }
}

extension Transaction {
    func save(_ guesses: GuessAccount, _ ledger: Ledger) throws(StoreFault) {
        switch ledger {
        case .device(let device): try save(guesses, of: device)
        case .contact(let contact, let slot):
            if try !save(guesses, of: contact) { try save(guesses, in: slot) }
        }
    }

    private func save(_ guesses: GuessAccount, of device: DeviceID) throws(StoreFault) {
        try run(
            """
            UPDATE device SET short_count = ?, short_anchor = ?, long_count = ?, long_anchor = ?, noticed_at = ?
            WHERE id = ?
            """, guesses.short.count, guesses.short.anchor, guesses.long.count, guesses.long.anchor,
            guesses.noticedAt, device)
    }

    /// False when no account has the contact.
    private func save(_ guesses: GuessAccount, of contact: Contact) throws(StoreFault) -> Bool {
        try run(
            """
            UPDATE contact SET short_count = ?, short_anchor = ?, long_count = ?, long_anchor = ?, noticed_at = ?
            WHERE name = ?
            """, guesses.short.count, guesses.short.anchor, guesses.long.count, guesses.long.anchor,
            guesses.noticedAt, contact.canonical) > 0
    }

    func save(_ guesses: GuessAccount, in slot: LedgerSlot) throws(StoreFault) {
        try run(
            """
            INSERT INTO ledger_slot (number, short_count, short_anchor, long_count, long_anchor, noticed_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE SET short_count = excluded.short_count,
                short_anchor = excluded.short_anchor, long_count = excluded.long_count,
                long_anchor = excluded.long_anchor, noticed_at = excluded.noticed_at
            """, slot.number, guesses.short.count, guesses.short.anchor, guesses.long.count,
            guesses.long.anchor, guesses.noticedAt)
    }

    func countGuesses(_ hour: FleetHour, _ count: Int) throws(StoreFault) {
        try run(
            """
            INSERT INTO guess_hour (hour, count) VALUES (?, ?)
            ON CONFLICT (hour) DO UPDATE SET count = count + excluded.count
            """, hour.number, count)
    }

    func countSignIn(_ hour: FleetHour) throws(StoreFault) {
        try run(
            """
            INSERT INTO sign_in_hour (hour, count) VALUES (?, 1)
            ON CONFLICT (hour) DO UPDATE SET count = count + 1
            """, hour.number)
        try run("UPDATE fleet SET sign_ins = sign_ins + 1 WHERE id = 1")
    }

    func save(_ alert: SprayAlert) throws(StoreFault) {
        try run("UPDATE fleet SET alert = ? WHERE id = 1", alert.rawValue)
    }
}
