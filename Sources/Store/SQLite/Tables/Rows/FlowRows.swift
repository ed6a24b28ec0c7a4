import Domain

extension Asking where Self: ~Copyable {
    func flow(_ id: FlowID) throws(StoreFault) -> Flow? {
        let found = try first(
            "SELECT version, expires_at, beginning, state FROM flow WHERE id = ?", id
        ) { row throws(StoreFault) in
            (try row.count(0), try row.time(1), try row.bytes(2), try row.bytes(3))
        }
        guard let (version, expiresAt, beginning, state) = found else { return nil }
        return try reading("flow") { () throws(RecordFault) in
            try FlowRecord.read(
                beginning, id: id, version: version, expiresAt: expiresAt, state: FlowState(record: state))
        }
    }

    func startFacts(_ request: StartRequest) throws(StoreFault) -> StartFacts {
        let owner = try owner(of: request.contact)
        let asking: SessionFacts? =
            if let session = request.session { try sessionFacts(session) } else { nil }
        let deviceGuesses: GuessAccount? =
            if let device = request.device { try guesses(of: device) } else { nil }
        // Read whether or not an account has the contact: the work is the same.
        let inSlot = try guesses(in: request.slot)
        return StartFacts(
            owner: try user(owner?.account, known: asking?.user), guesses: owner?.guesses ?? inSlot,
            deviceGuesses: deviceGuesses, fleet: try fleet(), asking: asking)
    }

    func guessFacts(_ id: FlowID) throws(StoreFault) -> GuessFacts? {
        guard let flow = try flow(id) else { return nil }
        return GuessFacts(flow: flow, guesses: try guesses(flow.ledger), fleet: try fleet())
    }

    func flowFacts(_ id: FlowID) throws(StoreFault) -> FlowFacts? {
        guard let flow = try flow(id) else { return nil }
        let user = try user(flow.party.user, known: nil)
        let holder = try owner(of: flow.typed)
        let session: Session? = if let session = flow.session { try self.session(session) } else { nil }
        return FlowFacts(
            flow: flow, user: user, owner: try self.user(holder?.account, known: user), session: session,
            guesses: try guesses(flow.ledger))
    }

    /// Reads an account unless it has been read already.
    private func user(_ id: UserID?, known: User?) throws(StoreFault) -> User? {
        guard let id else { return nil }
        if let known, known.id == id { return known }
        return try user(id)
    }
}

extension Transaction {
    func insert(_ flow: Flow) throws(StoreFault) {
        try run(
            "INSERT INTO flow (id, account, version, expires_at, beginning, state) VALUES (?, ?, ?, ?, ?, ?)",
            flow.id, flow.party.user, flow.version, flow.expiresAt, FlowRecord.write(flow),
            flow.state.record)
    }

    /// Fails with a conflict unless the stored version is that of `flow`.
    func save(_ flow: Flow) throws(StoreFault) {
        let saved = try run(
            "UPDATE flow SET state = ?, version = version + 1 WHERE id = ? AND version = ?",
            flow.state.record, flow.id, flow.version)
        guard saved == 1 else { throw .conflict }
    }

    func removeFlow(_ id: FlowID) throws(StoreFault) {
        try run("DELETE FROM flow WHERE id = ?", id)
    }

    func removeFlows(of user: UserID, except kept: FlowID?) throws(StoreFault) {
        try run("DELETE FROM flow WHERE account = ? AND id <> ?", user, kept?.bytes ?? [])
    }
}
