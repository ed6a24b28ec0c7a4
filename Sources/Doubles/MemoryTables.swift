import Domain

/// The rows of a `MemoryStore`, as a value, so that an operation that fails leaves what was there before.
struct MemoryTables {
    struct ContactRow {
        var proven: ProvenContact
        let user: UserID
        var guesses: GuessAccount
    }

    struct DeviceRow {
        var device: KnownDevice
        let user: UserID
        var guesses: GuessAccount
    }

    struct MessageRow {
        let message: OutboxMessage
        var attempt: Int
        var notBefore: Timestamp
    }

    var commits = 0
    var operations = 0
    var flows: [FlowID: Flow] = [:]
    /// Without contacts and devices.
    var users: [UserID: User] = [:]
    var contacts: [ContactID: ContactRow] = [:]
    var contactIDs: [Contact: ContactID] = [:]
    var devices: [DeviceID: DeviceRow] = [:]
    var slots: [LedgerSlot: GuessAccount] = [:]
    var sessions: [SessionID: Session] = [:]
    var history: [HistoryEvent] = []
    var outbox: [MessageID: MessageRow] = [:]
    var everyMessage: [OutboxMessage] = []
    var guessesByHour: [FleetHour: Int] = [:]
    var signInsByHour: [FleetHour: Int] = [:]
    var alert = SprayAlert.quiet

    var fleet: FleetReading {
        FleetReading(
            counts: FleetCounts(guesses: guessesByHour, signIns: signInsByHour.values.reduce(0, +)),
            alert: alert)
    }

    func user(_ id: UserID) -> User? {
        guard var user = users[id] else { return nil }
        user.contacts = contacts.values.filter { $0.user == id }.map(\.proven)
            .sorted { ($0.provedAt, $0.id) < ($1.provedAt, $1.id) }
        user.devices = devices.values.filter { $0.user == id }.map(\.device).sorted { $0.id < $1.id }
        return user
    }

    func owner(of contact: Contact) -> User? {
        contactIDs[contact].flatMap { contacts[$0] }.flatMap { user($0.user) }
    }

    func guesses(_ ledger: Ledger) -> GuessAccount? {
        switch ledger {
        case .device(let id): devices[id]?.guesses
        case .contact(let contact, let slot):
            contactIDs[contact].flatMap { contacts[$0]?.guesses } ?? slots[slot] ?? .empty
        }
    }

    func sessionFacts(_ id: SessionID) -> SessionFacts? {
        guard let session = sessions[id], let user = user(session.user) else { return nil }
        return SessionFacts(session: session, user: user)
    }

    func startFacts(_ request: StartRequest) -> StartFacts {
        StartFacts(
            owner: owner(of: request.contact),
            guesses: guesses(.contact(request.contact, request.slot)) ?? .empty,
            deviceGuesses: request.device.flatMap { devices[$0]?.guesses }, fleet: fleet,
            asking: request.session.flatMap(sessionFacts))
    }

    func guessFacts(_ id: FlowID) -> GuessFacts? {
        flows[id].map { GuessFacts(flow: $0, guesses: guesses($0.ledger), fleet: fleet) }
    }

    func flowFacts(_ id: FlowID) -> FlowFacts? {
        flows[id].map { flow in
            FlowFacts(
                flow: flow, user: flow.party.user.flatMap(user), owner: owner(of: flow.typed),
                session: flow.session.flatMap { sessions[$0] }, guesses: guesses(flow.ledger))
        }
    }
}
