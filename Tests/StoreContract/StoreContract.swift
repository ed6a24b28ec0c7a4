public import Domain

/// One promise that every store keeps. Each store's test target runs them all:
///
/// ```swift
/// @Test(arguments: StoreContract.all) func contract(_ promise: StoreContract) async throws {
///     try await promise.check(on: MemoryStore())
/// }
/// ```
public struct StoreContract: Sendable, CustomStringConvertible {
    public let description: String
    private let body: @Sendable (Subject) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (Subject) async throws -> Void) {
        self.description = description
        self.body = body
    }

    public static let all: [StoreContract] = flows + guesses + accounts + sessions + outbox

    /// Fails with a `Broken` or with what the store threw.
    public func check(on store: any Store) async throws {
        try await body(Subject(store: store))
    }

    /// A promise that was not kept.
    public struct Broken: Error, CustomStringConvertible {
        public let description: String
    }
}

/// The store under test, and things to put into it.
struct Subject: Sendable {
    let store: any Store
    let now = Timestamp(milliseconds: 1_800_000_000_000)

    func require(_ holds: Bool, _ promise: String) throws {
        if !holds { throw StoreContract.Broken(description: promise) }
    }

    func require<Value>(_ value: Value?, _ promise: String) throws -> Value {
        guard let value else { throw StoreContract.Broken(description: promise) }
        return value
    }

    func id<Noun>(_ number: UInt8) -> Identifier<Noun> {
        Identifier(at: now + .milliseconds(Int64(number)), random: Array(repeating: number, count: 10))
    }

    func email(_ name: String) throws -> Contact {
        try .email(EmailAddress(parsing: "\(name)@example.com"))
    }

    func slot(_ number: UInt64 = 7) -> LedgerSlot { LedgerSlot(hash: number) }

    func ledger(_ name: String = "alice") throws -> Ledger { try .contact(email(name), slot()) }

    func flow(
        _ number: UInt8 = 1, party: FlowParty = .newcomer, ledger: Ledger? = nil, name: String = "alice"
    ) throws -> Flow {
        let machine = FlowMachine(policy: FlowPolicy(), deadline: now + .minutes(15))
        return try Flow(
            id: id(number), purpose: .login, party: party, typed: email(name), recipient: email(name),
            ledger: ledger ?? self.ledger(name), leastShape: .digits4, locale: LanguageTag("de-CH"),
            profile: Profile([.name: "Ünïcode \u{1F511}"]), startedBy: nil, knownDevice: nil, startedAt: now,
            expiresAt: now + .minutes(15), state: .awaitingCode(machine.start(.digits4, now: now)))
    }

    func user(_ number: UInt8 = 1) -> User { User(id: id(number), createdAt: now, contacts: []) }

    func contact(_ number: UInt8 = 1, _ name: String = "alice") throws -> ProvenContact {
        try ProvenContact(id: id(number), contact: email(name), provedAt: now, wasAdded: false)
    }

    func device(_ number: UInt8 = 1) -> KnownDevice {
        KnownDevice(id: id(number), createdAt: now, seenAt: now)
    }

    func session(_ number: UInt8 = 1, of user: UserID, device: DeviceID? = nil) -> Session {
        Session(
            opening: id(number), for: user, by: [.email, .password],
            from: Origin(
                device: Device(browser: .firefox, system: .linux), address: "2001:db8::7", place: "Bern"),
            userAgent: UserAgent("Mozilla/5.0"), device: device, now: now, under: SessionPolicy())
    }

    func message(_ number: UInt8 = 1, expiresAfter: Duration = .minutes(5)) throws -> OutboxMessage {
        try OutboxMessage(
            id: id(number), template: .code, recipient: email("alice"),
            code: OutboxMessage.Code(flow: id(1), generation: 2, shape: .digits8, purpose: .reset),
            locale: LanguageTag("ru"), origin: Origin(device: .unknown, address: "192.0.2.1"),
            createdAt: now + .milliseconds(Int64(number)), expiresAt: now + expiresAfter)
    }

    /// Saves rows, in a transaction of their own.
    func save(_ changes: [Change]) async throws {
        try await store.start(request()) { _ in Decision((), saving: changes) }
    }

    func request(
        _ name: String = "alice", device: DeviceID? = nil, session: SessionID? = nil
    ) throws -> StartRequest {
        try StartRequest(contact: email(name), slot: slot(), device: device, session: session)
    }

    func facts(
        _ name: String = "alice", device: DeviceID? = nil, session: SessionID? = nil
    ) async throws -> StartFacts {
        try await store.start(request(name, device: device, session: session)) { Decision($0) }
    }

    /// An account with a contact.
    func account(_ number: UInt8 = 1, _ name: String = "alice") async throws -> User {
        let user = user(number)
        try await save([.insertUser(user), .insertContact(contact(number, name), of: user.id, slot())])
        return user
    }

    func counted(_ short: Int, _ long: Int = 0) -> GuessAccount {
        GuessAccount(
            short: GuessBucket(count: short, anchor: now),
            long: GuessBucket(count: long, anchor: now + .days(1)),
            noticedAt: now)
    }
}
