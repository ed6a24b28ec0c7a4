import Domain

@testable import Store

/// An account with a contact, a device and a session, for the tests of the tables.
struct World {
    let now = Timestamp(milliseconds: 1_800_000_000_000)
    let slot = LedgerSlot(hash: 7)
    let user: User
    let contact: ProvenContact
    let device: KnownDevice
    let session: Session

    init() {
        let now = now
        func id<Noun>(_ number: UInt8) -> Identifier<Noun> {
            Identifier(at: now, random: Array(repeating: number, count: 10))
        }
        user = User(
            id: id(1), createdAt: now, passwordGuesses: GuessBucket(count: 2, anchor: now), contacts: [])
        contact = ProvenContact(id: id(2), contact: Self.alice, provedAt: now, wasAdded: false)
        device = KnownDevice(id: id(3), createdAt: now, seenAt: now)
        session = Session(
            opening: id(4), for: user.id, by: [.email],
            from: Origin(device: Device(browser: .firefox, system: .linux), address: "192.0.2.1"),
            userAgent: UserAgent("Mozilla/5.0"), device: device.id, now: now, under: SessionPolicy())
    }

    private static var alice: Contact {
        guard let contact = Contact(kind: .email, stored: "alice@example.com") else {
            preconditionFailure("an address")
        }
        return contact
    }

    var ledger: Ledger { .contact(contact.contact, slot) }

    var counted: GuessAccount {
        GuessAccount(
            short: GuessBucket(count: 7, anchor: now), long: GuessBucket(count: 3, anchor: now),
            noticedAt: now)
    }

    var account: [Change] {
        [
            .insertUser(user), .insertContact(contact, of: user.id, slot), .saveDevice(device, of: user.id),
            .insertSession(session),
        ]
    }
}

extension SQLiteStore {
    func save(_ changes: [Change]) async throws(StoreError) {
        try await write { transaction throws(StoreFault) in try transaction.save(changes) }
    }

    func facts(_ world: World) async throws(StoreError) -> StartFacts {
        try await start(
            StartRequest(
                contact: world.contact.contact, slot: world.slot, device: world.device.id,
                session: world.session.id)
        ) { Decision($0) }
    }
}
