import Domain
import Doubles

/// Draws values of every kind, the same for the same seed.
struct RecordSource {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    private mutating func flip() -> Bool { Bool.random(using: &generator) }

    private mutating func one<Value>(of values: [Value]) -> Value { values[number(below: values.count)] }

    private mutating func maybe<Value>(_ draw: (inout RecordSource) throws -> Value) rethrows -> Value? {
        flip() ? try draw(&self) : nil
    }

    private mutating func key() -> UInt32 {
        UInt32.random(in: 0...UInt32.max, using: &generator) >> one(of: [0, 24])
    }

    private mutating func time() -> Timestamp {
        Timestamp(
            milliseconds: one(of: [
                .min, -1, 0, 1_800_000_000_000, .max, Int64.random(in: .min ... .max, using: &generator),
            ]))
    }

    private mutating func id<Noun>() -> Identifier<Noun> {
        let random = (0..<10).map { _ in UInt8.random(in: 0...255, using: &generator) }
        return Identifier(at: Timestamp(milliseconds: Int64(number(below: 1 << 40))), random: random)
    }

    private mutating func text() -> String {
        one(of: ["", "a", "é\u{301}\u{0}", "\u{1F511}", String(repeating: "x", count: 300), "'; --"])
    }

    private mutating func contact() throws -> Contact {
        switch number(below: 4) {
        case 0: try .phone(PhoneNumber(stored: "+12025550123"))
        case 1: try .email(EmailAddress(parsing: "Alice@example.com"))
        case 2: try .email(EmailAddress(parsing: "alice@example.com"))
        default: try .email(EmailAddress(parsing: "bob+\(number(below: 99))@mail.example.com"))
        }
    }

    mutating func origin() -> Origin {
        Origin(
            device: Device(
                browser: one(of: Device.Browser.allCases), system: one(of: Device.System.allCases)),
            address: text(), place: maybe { $0.text() })
    }

    mutating func profile() throws -> Profile {
        var claims: [Profile.Claim: String] = [:]
        for claim in Profile.Claim.allCases where flip() { claims[claim] = text() }
        return try Profile(claims)
    }

    private mutating func shape() -> CodeShape { one(of: CodeShape.allCases) }

    private mutating func charges() -> [GuessCharge] {
        (0..<number(below: 4)).map { _ in
            GuessCharge(shape: shape(), hour: FleetHour(number: Int64(number(below: 900_000)) - 100))
        }
    }

    private mutating func destination() -> FlowDestination {
        flip() ? .contact : .other(one(of: Contact.Kind.allCases))
    }

    private mutating func accepted() -> AcceptedStep {
        AcceptedStep(
            key: key(),
            input: flip() ? .password : .code(generation: key(), shape: shape(), destination()), at: time(),
            repeatsLeft: number(below: 4))
    }

    private mutating func outcome() -> FlowOutcome {
        switch number(below: 4) {
        case 0: .signedIn(id(), created: flip(), device: id())
        case 1: .passwordSet
        case 2: .contactAdded(id())
        default: .confirmed(id())
        }
    }

    private mutating func state() -> FlowState {
        switch number(below: 4) {
        case 0:
            .awaitingCode(
                CodeWait(
                    key: key(), generation: key(), shape: shape(), expiresAt: time(),
                    triesLeft: number(below: 4), sendsLeft: number(below: 4), resendFrom: time(),
                    destination: destination(), delivery: one(of: Delivery.allCases), charges: charges()))
        case 1:
            .awaitingPassword(
                PasswordWait(
                    key: key(), accepted: accepted(), triesLeft: number(below: 4),
                    passwordCharges: number(below: 4), charges: charges()))
        case 2: .choosingPassword(PasswordChoice(key: key(), accepted: accepted(), charges: charges()))
        default: .finished(FlowFinish(key: key(), accepted: accepted(), outcome: outcome()))
        }
    }

    mutating func flow() throws -> Flow {
        let typed = try contact()
        let parties: [FlowParty] = [.account(id()), .newcomer, .nobody]
        let ledger: Ledger =
            switch number(below: 3) {
            case 0: .device(id())
            case 1: .contact(typed, LedgerSlot(hash: UInt64(number(below: 1 << 30))))
            default: .contact(try contact(), LedgerSlot(hash: UInt64(number(below: 1 << 30))))
            }
        return Flow(
            id: id(), purpose: one(of: FlowPurpose.allCases), party: one(of: parties), typed: typed,
            recipient: try maybe { try $0.contact() }, ledger: ledger, leastShape: shape(),
            locale: maybe { $0.one(of: ["de", "pt-BR"]) }.flatMap { LanguageTag($0) }, profile: try profile(),
            startedBy: maybe { $0.id() }, knownDevice: maybe { $0.id() }, startedAt: time(),
            expiresAt: time(), state: state(), version: number(below: 99))
    }

    mutating func message() throws -> OutboxMessage {
        OutboxMessage(
            id: id(), template: one(of: OutboxMessage.Template.allCases),
            recipient: try maybe { try $0.contact() },
            code: maybe {
                OutboxMessage.Code(
                    flow: $0.id(), generation: $0.key(), shape: $0.shape(),
                    purpose: $0.one(of: FlowPurpose.allCases))
            }, locale: maybe { $0.one(of: ["ru", "zh-Hant"]) }.flatMap { LanguageTag($0) }, origin: origin(),
            createdAt: time(), expiresAt: time())
    }
}
