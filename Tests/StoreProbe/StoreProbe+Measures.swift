import Domain
import EventLoop
import Glibc
import Store

extension StoreProbe {
    /// Refreshes sessions, each a durable operation of the store.
    static func refreshes(_ database: Database, _ count: Int, _ callers: Int) async {
        let store = SQLiteStore(database)
        await fill(store)
        await meter("refreshes", database, count, callers) { number in
            let session: SessionID = id(number)
            _ = try? await store.advance(session) { (facts: SessionFacts) in
                var next = facts.session
                next.generation += 1
                next.rotatedAt = now
                next.expiresAt = now + .days(7)
                return Decision(next.generation, saving: [.saveSession(next)])
            }
        }
    }

    /// Charges guesses to the ledgers of known contacts, each a durable operation of the store.
    static func charges(_ database: Database, _ count: Int, _ callers: Int) async {
        let store = SQLiteStore(database)
        await fill(store)
        await meter("guesses", database, count, callers) { number in
            let flow: FlowID = id(number)
            _ = try? await store.spendGuess(on: flow) { facts in
                guard let guesses = facts.guesses else { return Decision(false) }
                return Decision(
                    true,
                    saving: [
                        .saveFlow(facts.flow), .saveGuesses(facts.flow.ledger, guesses),
                        .countGuesses(FleetHour(of: now), 1),
                    ])
            }
        }
    }

    private static let rows = 20_000

    private static func id<Noun>(_ number: Int) -> Identifier<Noun> {
        let number = UInt64(number)
        return Identifier(
            at: now + .milliseconds(Int64(number)),
            random: [0, 0]
                + stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) })
    }

    /// Accounts with a contact, a device, a session and an open flow, and two days of counted guesses.
    private static func fill(_ store: SQLiteStore) async {
        guard let any = contact(0) else { return }
        let hours = (0..<48).map { Change.countGuesses(FleetHour(of: now).earlier(by: $0), 1) }
        for first in stride(from: 0, to: rows, by: 500) {
            let changes = (first..<first + 500).flatMap(account)
            let request = StartRequest(contact: any, slot: LedgerSlot(hash: 0), device: nil)
            _ = try? await store.start(request) { _ in
                Decision((), saving: changes + (first == 0 ? hours : []))
            }
        }
    }

    private static func contact(_ number: Int) -> Contact? {
        Contact(kind: .email, stored: "person\(number)@example.com")
    }

    private static func account(_ number: Int) -> [Change] {
        guard let contact = contact(number) else { return [] }
        let user = User(id: id(number), createdAt: now, contacts: [])
        let proven = ProvenContact(id: id(number), contact: contact, provedAt: now, wasAdded: false)
        let device = KnownDevice(id: id(number), createdAt: now, seenAt: now)
        let agent =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
        let session = Session(
            opening: id(number), for: user.id, by: [.email],
            from: Origin(device: Device(browser: .chrome, system: .linux), address: "192.0.2.1"),
            userAgent: UserAgent(agent), device: device.id, now: now, under: SessionPolicy())
        let slot = LedgerSlot(hash: UInt64(number))
        let machine = FlowMachine(policy: FlowPolicy(), deadline: now + .minutes(15))
        let flow = Flow(
            id: id(number), purpose: .login, party: .account(user.id), typed: contact, recipient: contact,
            ledger: .contact(contact, slot), leastShape: .digits4, locale: nil, profile: .empty,
            startedBy: nil, knownDevice: nil, startedAt: now, expiresAt: now + .minutes(15),
            state: .awaitingCode(machine.start(.digits4, now: now)))
        return [
            .insertUser(user), .insertContact(proven, of: user.id, slot), .saveDevice(device, of: user.id),
            .insertSession(session), .insertFlow(flow),
        ]
    }

    /// Prints how many operations a second, how many share a commit, and the processor time of one.
    private static func meter(
        _ what: String, _ database: Database, _ count: Int, _ callers: Int,
        _ operation: @escaping @Sendable (Int) async -> Void
    ) async {
        let (commits, start, used) = (database.figures.commits, SystemClock().now(), processorTime())
        await withTaskGroup { group in
            for caller in 0..<callers {
                group.addTask {
                    var number = caller
                    for _ in 0..<(count / callers) {
                        number = (number &* 31 &+ 7) % rows
                        await operation(number)
                    }
                }
            }
        }
        let nanoseconds = (SystemClock().now() - start).clampedNanoseconds
        let groups = max(1, database.figures.commits - commits)
        say(
            "\(what): \(UInt64(count) * 1_000_000_000 / max(1, nanoseconds)) operations/s, "
                + "\(UInt64(count) / groups) to a commit, "
                + "\((processorTime() - used) / count) µs of processor each")
    }

    /// Of this process, in microseconds.
    private static func processorTime() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }
}
