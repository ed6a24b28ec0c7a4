import Domain
import Testing

@Suite struct GuessAccountTests {
    let rules = GuessRules()
    let start = Timestamp(milliseconds: 1_800_000_000_000)

    func account(short: Int = 0, long: Int = 0) -> GuessAccount {
        GuessAccount(
            short: GuessBucket(count: short, anchor: start), long: GuessBucket(count: long, anchor: start),
            noticedAt: nil)
    }

    @Test(arguments: [
        (0, 0, Guesser.unknownDevice, CodeShape.digits4), (9, 0, .unknownDevice, .digits4),
        (10, 0, .unknownDevice, .digits8), (10, 99, .unknownDevice, .digits8),
        (10, 100, .unknownDevice, .base32), (4, 0, .knownDevice, .digits4), (5, 0, .knownDevice, .digits8),
        (5, 100, .knownDevice, .base32),
    ])
    func `an empty budget makes the code longer`(
        _ short: Int, _ long: Int, _ guesser: Guesser, _ shape: CodeShape
    ) {
        let account = account(short: short, long: long)
        #expect(
            account.shape(atLeast: .digits4, for: guesser, sprayed: false, at: start, under: rules) == shape)
    }

    @Test func `while someone sprays only unknown devices get longer codes`() {
        func shape(_ guesser: Guesser) -> CodeShape {
            account().shape(atLeast: .digits4, for: guesser, sprayed: true, at: start, under: rules)
        }
        #expect(shape(.unknownDevice) == .digits8)
        #expect(shape(.knownDevice) == .digits4)
    }

    @Test(arguments: [CodeShape.digits6, .digits8])
    func `the base may be longer`(_ base: CodeShape) {
        let rules = GuessRules(base: base)
        #expect(
            account().shape(atLeast: .digits4, for: .unknownDevice, sprayed: false, at: start, under: rules)
                == base)
    }

    @Test func `each length has a budget of its own`() throws {
        let full = account(short: 10)
        #expect(full.charged(.digits4, for: .unknownDevice, at: start, under: rules) == nil)
        let charged = try #require(full.charged(.digits8, for: .unknownDevice, at: start, under: rules))
        #expect((charged.short.count, charged.long.count) == (10, 1))
        #expect(full.charged(.base32, for: .unknownDevice, at: start, under: rules) == full)
    }

    @Test func `a refund takes back what the flow charged and no more`() throws {
        let before = account(short: 4, long: 7)
        let charged = try #require(before.charged(.digits4, for: .unknownDevice, at: start, under: rules))
        let charge = GuessCharge(shape: .digits4, hour: FleetHour(of: start))
        #expect(charged.refunded([charge]).short.count == 4)
        #expect(charged.refunded([charge]).long.count == 7)
        #expect(charged.refunded([]) == charged)
    }

    @Test func `the fifth guess is the one that is told`() {
        #expect(account(short: 5).reaches(5, from: account(short: 4)))
        #expect(!account(short: 6).reaches(5, from: account(short: 5)))
        #expect(!account(short: 4).reaches(5, from: account(short: 3)))
    }

    @Test func `a message that was noted in the future was just sent`() {
        var noted = account()
        noted.noticedAt = start + .days(3)
        #expect(!noted.mayNotice(at: start, under: rules))
        #expect(noted.mayNotice(at: start + .days(4), under: rules))
    }

    @Test func `a slot outside the table is none`() {
        #expect(LedgerSlot(stored: LedgerSlot.count) == nil)
        #expect(LedgerSlot(stored: LedgerSlot.count - 1)?.number == LedgerSlot.count - 1)
        #expect(LedgerSlot(hash: .max).number < LedgerSlot.count)
    }
}
