import Domain
import Glibc
import Store

extension StoreProbe {
    /// Guesses at one contact, each in a flow of its own, and prints `done N` for each guess that may be compared.
    static func guess(_ database: Database, _ count: Int, _ callers: Int) async {
        let store = SQLiteStore(database)
        await withTaskGroup { group in
            for caller in 1...callers {
                group.addTask {
                    for number in stride(from: caller, through: count, by: callers) {
                        await guess(number, in: store)
                    }
                }
            }
        }
    }

    private static func guess(_ number: Int, in store: SQLiteStore) async {
        do {
            guard let contact = Contact(kind: .email, stored: "alice@example.com") else { return }
            let flow = flow(number, contact)
            let request = StartRequest(contact: contact, slot: slot, device: nil)
            _ = try await store.start(request) { _ in Decision((), saving: [.insertFlow(flow)]) }
            let isCharged = try await store.spendGuess(on: flow.id) { facts in
                guard
                    let charged = facts.guesses?.charged(
                        .digits4, for: .unknownDevice, at: now, under: GuessRules())
                else { return Decision(false) }
                return Decision(
                    true,
                    saving: [
                        .saveFlow(facts.flow), .saveGuesses(facts.flow.ledger, charged),
                        .countGuesses(FleetHour(of: now), 1),
                    ])
            }
            say(isCharged == true ? "done \(number)" : "refused \(number)")
        } catch {
            say("failed \(number) \(error)")
        }
    }

    static let now = Timestamp(milliseconds: 1_800_000_000_000)
    private static let slot = LedgerSlot(hash: 7)

    /// No other process makes the same one.
    private static func flow(_ number: Int, _ contact: Contact) -> Flow {
        let name = UInt64(UInt32(bitPattern: getpid())) << 32 | UInt64(number)
        let random =
            [0, 0] + stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: name >> $0) }
        let machine = FlowMachine(policy: FlowPolicy(), deadline: now + .minutes(15))
        return Flow(
            id: FlowID(at: now, random: random), purpose: .login, party: .newcomer, typed: contact,
            recipient: contact, ledger: .contact(contact, slot), leastShape: .digits4, locale: nil,
            profile: .empty, startedBy: nil, knownDevice: nil, startedAt: now, expiresAt: now + .minutes(15),
            state: .awaitingCode(machine.start(.digits4, now: now)))
    }
}
