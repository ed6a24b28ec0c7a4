import Domain

/// A session whose origin is still a record.
private typealias SessionRow = (session: Session, origin: [UInt8])

/// Past every identifier.
let pastAll = [UInt8](repeating: 0xFF, count: 16)

extension Asking where Self: ~Copyable {
    func session(_ id: SessionID) throws(StoreFault) -> Session? {
        let found = try first(
            """
            SELECT id, account, created_at, methods, authenticated_at, confirmed_at, strongly_confirmed_at,
                generation, rotated_at, user_agent, seen_at, expires_at, device, device_name, origin
            FROM session WHERE id = ?
            """, id
        ) { row throws(StoreFault) in try Self.read(row) }
        guard let found else { return nil }
        return try whole(found)
    }

    /// A session and its account.
    func sessionFacts(_ id: SessionID) throws(StoreFault) -> SessionFacts? {
        guard let session = try session(id), let user = try user(session.user) else { return nil }
        return SessionFacts(session: session, user: user)
    }

    func sessions(of user: UserID, after: SessionID?, limit: Int) throws(StoreFault) -> [Session] {
        let rows = try all(
            """
            SELECT id, account, created_at, methods, authenticated_at, confirmed_at, strongly_confirmed_at,
                generation, rotated_at, user_agent, seen_at, expires_at, device, device_name, origin
            FROM session WHERE account = ? AND id < ? ORDER BY id DESC LIMIT ?
            """, user, after?.bytes ?? pastAll, max(0, limit)
        ) { row throws(StoreFault) in try Self.read(row) }
        var sessions: [Session] = []
        for row in rows { sessions.append(try whole(row)) }
        return sessions
    }

    private func whole(_ row: SessionRow) throws(StoreFault) -> Session {
        var session = row.session
        session.origin = try reading("session") { () throws(RecordFault) in try Origin(record: row.origin) }
        return session
    }

    private static func read(_ row: borrowing Row) throws(StoreFault) -> SessionRow {
        let session = Session(
            id: try row.identifier(0), user: try row.identifier(1), createdAt: try row.time(2),
            methods: try methods(try row.text(3)), authenticatedAt: try row.time(4),
            confirmedAt: try row.optionalTime(5), stronglyConfirmedAt: try row.optionalTime(6),
            generation: try row.number(7), rotatedAt: try row.time(8), userAgent: UserAgent(try row.text(9)),
            seenAt: try row.time(10), expiresAt: try row.time(11),
            origin: Origin(device: .unknown, address: ""),
            deviceName: try name(try row.optionalText(13)), device: try row.optionalIdentifier(12))
        return (session, try row.bytes(14))
    }

    private static func methods(_ text: String) throws(StoreFault) -> [AuthenticationMethod] {
        var methods: [AuthenticationMethod] = []
        for name in text.split(separator: " ") {
            guard let method = AuthenticationMethod(rawValue: String(name)) else { throw .defect }
            methods.append(method)
        }
        return methods
    }

    private static func name(_ text: String?) throws(StoreFault) -> DisplayName? {
        guard let text else { return nil }
        guard let name = DisplayName(text) else { throw .defect }
        return name
    }
}

extension Transaction {
    func insert(_ session: Session) throws(StoreFault) {
        try run(
            """
            INSERT INTO session (id, account, created_at, methods, authenticated_at, confirmed_at,
                strongly_confirmed_at, generation, rotated_at, user_agent, seen_at, expires_at, due_at,
                device, device_name, origin)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?13, ?14, ?15)
            """, session.id, session.user, session.createdAt, Self.text(session.methods),
            session.authenticatedAt, session.confirmedAt, session.stronglyConfirmedAt, session.generation,
            session.rotatedAt, session.userAgent.text, session.seenAt, session.expiresAt, session.device,
            session.deviceName?.text, session.origin.record)
    }

    /// Writes nothing when the session is gone. Purging looks at the row when it did, or earlier.
    func save(_ session: Session) throws(StoreFault) {
        try run(
            """
            UPDATE session SET methods = ?2, authenticated_at = ?3, confirmed_at = ?4,
                strongly_confirmed_at = ?5, generation = ?6, rotated_at = ?7, user_agent = ?8, seen_at = ?9,
                expires_at = ?10, due_at = min(due_at, ?10), origin = ?11
            WHERE id = ?1
            """, session.id, Self.text(session.methods), session.authenticatedAt, session.confirmedAt,
            session.stronglyConfirmedAt, session.generation, session.rotatedAt, session.userAgent.text,
            session.seenAt, session.expiresAt, session.origin.record)
    }

    func removeSession(_ id: SessionID) throws(StoreFault) {
        try run("DELETE FROM session WHERE id = ?", id)
    }

    func removeSessions(
        of user: UserID, except kept: SessionID?, devices: Bool
    ) throws(StoreFault) {
        // No identifier is an empty blob.
        let kept = kept?.bytes ?? []
        if devices {
            try run(
                """
                DELETE FROM device
                WHERE id IN (SELECT device FROM session WHERE account = ?1 AND id <> ?2 AND device IS NOT NULL)
                    AND id IS NOT (SELECT device FROM session WHERE id = ?2)
                """, user, kept)
        }
        try run("DELETE FROM session WHERE account = ? AND id <> ?", user, kept)
    }

    private static func text(_ methods: [AuthenticationMethod]) -> String {
        methods.map(\.rawValue).joined(separator: " ")
    }
}
