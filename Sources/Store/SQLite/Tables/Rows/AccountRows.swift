import Domain

extension Asking where Self: ~Copyable {
    /// An account with its contacts and devices.
    func user(_ id: UserID) throws(StoreFault) -> User? {
        let found = try first(
            """
            SELECT created_at, is_disabled, roles, password, password_count, password_anchor, profile
            FROM account WHERE id = ?
            """, id
        ) { row throws(StoreFault) -> (user: User, profile: [UInt8]?) in
            let user = User(
                id: id, createdAt: try row.time(0), isDisabled: try row.bool(1),
                password: try row.optionalText(3).map(PasswordHashText.init),
                passwordGuesses: GuessBucket(count: try row.count(4), anchor: try row.time(5)),
                contacts: [], roles: try Self.roles(try row.text(2)))
            return (user, try row.optionalBytes(6))
        }
        guard let (account, profile) = found else { return nil }
        var user = account
        user.profile = try reading("account") { () throws(RecordFault) in try Profile(record: profile) }
        user.contacts = try contacts(of: id)
        user.devices = try devices(of: id)
        return user
    }

    private static func roles(_ text: String) throws(StoreFault) -> Set<Role> {
        var roles: Set<Role> = []
        for name in text.split(separator: " ") {
            guard let role = Role(String(name)) else { throw .defect }
            roles.insert(role)
        }
        return roles
    }

    private func contacts(of user: UserID) throws(StoreFault) -> [ProvenContact] {
        let contacts = try all(
            "SELECT id, kind, text, proved_at, was_added, is_muted FROM contact WHERE account = ?", user
        ) { row throws(StoreFault) in
            guard let contact = Contact(kind: try row.word(1), stored: try row.text(2)) else {
                throw StoreFault.defect
            }
            return ProvenContact(
                id: try row.identifier(0), contact: contact, provedAt: try row.time(3),
                wasAdded: try row.bool(4), isMuted: try row.bool(5))
        }
        return contacts.sorted { ($0.provedAt, $0.id) < ($1.provedAt, $1.id) }
    }

    private func devices(of user: UserID) throws(StoreFault) -> [KnownDevice] {
        try all(
            "SELECT id, token, created_at, seen_at FROM device WHERE account = ? ORDER BY id", user
        ) { row throws(StoreFault) in
            KnownDevice(
                id: try row.identifier(0), token: try row.number(1), createdAt: try row.time(2),
                seenAt: try row.time(3))
        }
    }
}

extension Transaction {
    func insert(_ user: User) throws(StoreFault) {
        try run(
            """
            INSERT INTO account
                (id, created_at, is_disabled, roles, password, password_count, password_anchor, profile)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, user.id, user.createdAt, user.isDisabled, Self.text(user.roles), user.password?.reveal(),
            user.passwordGuesses.count, user.passwordGuesses.anchor, user.profile.record)
    }

    /// The contact begins with the count of its slot, which stays as it is.
    func insert(
        _ proven: ProvenContact, of user: UserID, _ slot: LedgerSlot
    ) throws(StoreFault) {
        let guesses = try guesses(in: slot)
        try run(
            """
            INSERT INTO contact (name, id, account, kind, text, proved_at, was_added, is_muted,
                short_count, short_anchor, long_count, long_anchor, noticed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, proven.contact.canonical, proven.id, user, proven.contact.kind.rawValue,
            proven.contact.text, proven.provedAt, proven.wasAdded, proven.isMuted, guesses.short.count,
            guesses.short.anchor, guesses.long.count, guesses.long.anchor, guesses.noticedAt)
    }

    /// Its count goes back to its slot, merged with what is there.
    func removeContact(_ id: ContactID, _ slot: LedgerSlot) throws(StoreFault) {
        let guesses = try first(
            """
            DELETE FROM contact WHERE id = ?
            RETURNING short_count, short_anchor, long_count, long_anchor, noticed_at
            """, id
        ) { row throws(StoreFault) in try row.guesses(from: 0) }
        guard let guesses else { return }
        try save(guesses.merged(with: try self.guesses(in: slot)), in: slot)
    }

    func save(_ hash: PasswordHashText?, of user: UserID) throws(StoreFault) {
        try run("UPDATE account SET password = ? WHERE id = ?", hash?.reveal(), user)
    }

    func savePasswordGuesses(_ bucket: GuessBucket, of user: UserID) throws(StoreFault) {
        try run(
            "UPDATE account SET password_count = ?, password_anchor = ? WHERE id = ?", bucket.count,
            bucket.anchor, user)
    }

    func save(_ profile: Profile, of user: UserID) throws(StoreFault) {
        try run("UPDATE account SET profile = ? WHERE id = ?", profile.record, user)
    }

    func saveDisabled(_ isDisabled: Bool, _ user: UserID) throws(StoreFault) {
        try run("UPDATE account SET is_disabled = ? WHERE id = ?", isDisabled, user)
    }

    func save(_ roles: Set<Role>, of user: UserID) throws(StoreFault) {
        try run("UPDATE account SET roles = ? WHERE id = ?", Self.text(roles), user)
    }

    func saveMuted(_ isMuted: Bool, _ contact: ContactID) throws(StoreFault) {
        try run("UPDATE contact SET is_muted = ? WHERE id = ?", isMuted, contact)
    }

    func save(_ device: KnownDevice, of user: UserID) throws(StoreFault) {
        let empty = GuessAccount.empty
        try run(
            """
            INSERT INTO device (id, account, token, created_at, seen_at,
                short_count, short_anchor, long_count, long_anchor, noticed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET token = excluded.token, created_at = excluded.created_at,
                seen_at = excluded.seen_at
            """, device.id, user, device.token, device.createdAt, device.seenAt, empty.short.count,
            empty.short.anchor, empty.long.count, empty.long.anchor, empty.noticedAt)
    }

    func removeDevice(_ id: DeviceID) throws(StoreFault) {
        try run("DELETE FROM device WHERE id = ?", id)
    }

    func removeDevices(of user: UserID) throws(StoreFault) {
        try run("DELETE FROM device WHERE account = ?", user)
    }

    /// In one order, whatever that of the set is. A role has no space in it.
    private static func text(_ roles: Set<Role>) -> String {
        roles.sorted().map(\.description).joined(separator: " ")
    }
}
