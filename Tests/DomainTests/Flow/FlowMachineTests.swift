import Domain
import Testing

@Suite struct FlowMachineTests {
    let start = Timestamp(milliseconds: 1_800_000_000_000)
    let policy = FlowPolicy()

    var machine: FlowMachine { FlowMachine(policy: policy, deadline: start + .minutes(15)) }
    var first: FlowState { .awaitingCode(machine.start(.digits4, now: start)) }

    func wait(_ state: FlowState?) throws -> CodeWait {
        guard case .awaitingCode(let wait) = try #require(state) else { throw FlowError.notFound }
        return wait
    }

    func guess(
        _ state: FlowState, _ text: String = "0000", demanded: CodeShape = .digits4,
        after: Duration = .seconds(1)
    ) throws(FlowError) -> FlowStep {
        try machine.step(
            state, .guess(key: 1, code: TypedCode(text), demanded: demanded), now: start + after)
    }

    /// The first code was right.
    func proved(_ next: AfterCode, after: Duration = .seconds(2)) throws -> FlowState {
        let step = try guess(first)
        guard case .compare(_, let ticket) = step.answer else { throw FlowError.notFound }
        let state = try #require(step.state)
        return try #require(try machine.step(state, .codeProved(ticket, next), now: start + after).state)
    }

    @Test func `a guess is charged before anybody can compare it`() throws {
        let step = try guess(first)
        #expect(step.effects == [.charge(.digits4)])
        let wait = try wait(step.state)
        #expect(wait.triesLeft == 2)
        #expect(wait.charges == [GuessCharge(shape: .digits4, hour: FleetHour(of: start))])
    }

    @Test func `the third wrong try leaves none, and then the flow is spent`() throws {
        var state = first
        for left in [2, 1, 0] {
            let step = try guess(state)
            state = try #require(step.state)
            #expect(try wait(state).triesLeft == left)
        }
        #expect(throws: FlowError.triesSpent) { try guess(state) }
        #expect(throws: FlowError.triesSpent) {
            try machine.step(state, .resend(key: 1, .contact), now: start + .minutes(1))
        }
    }

    @Test(arguments: ["", "123", "12345", "12a4", "١٢٣٤", "0x12"])
    func `what cannot be the code costs no try`(_ text: String) {
        #expect(throws: FlowError.malformedCode) { try guess(first, text) }
    }

    @Test(arguments: ["1 2 3 4", "12-34", " 1234 "])
    func `spaces and dashes are passed over`(_ text: String) throws {
        #expect(try guess(first, text).answer.kind == "compare")
    }

    @Test(arguments: [
        (Duration.minutes(5) - .milliseconds(1), "compare"), (.minutes(5), "codeExpired"),
        (.minutes(15) - .milliseconds(1), "codeExpired"), (.minutes(15), "notFound"),
    ])
    func `a code lives five minutes, a flow fifteen`(_ after: Duration, _ kind: String) {
        do throws(FlowError) {
            #expect(try guess(first, after: after).answer.kind == kind)
        } catch {
            #expect(error.kind == kind)
        }
    }

    @Test(arguments: [UInt32(0), 2, .max])
    func `no other key opens anything`(_ key: UInt32) {
        for event in [
            FlowEvent.guess(key: key, code: TypedCode("0000"), demanded: .digits4), .password(key: key),
            .passwordChosen(key: key, .passwordSet), .resend(key: key, .contact), .cancel(key: key),
        ] {
            #expect(throws: FlowError.notFound) {
                try machine.step(first, event, now: start + .minutes(1))
            }
        }
    }

    @Test func `the key changes when the code is accepted`() throws {
        #expect(first.key == 1)
        #expect(try proved(.askPassword).key == 2)
        #expect(try proved(.choosePassword).key == 2)
        #expect(try proved(.finish(.passwordSet)).key == 2)
    }

    @Test func `a step that was not reached cannot be taken`() {
        #expect(throws: FlowError.wrongStep(.code)) {
            try machine.step(first, .password(key: 1), now: start)
        }
        #expect(throws: FlowError.wrongStep(.code)) {
            try machine.step(first, .passwordChosen(key: 1, .passwordSet), now: start)
        }
    }

    @Test(arguments: [
        (Duration.seconds(32), true), (.seconds(32) + .milliseconds(1), false), (.seconds(-27), true),
    ])
    func `an accepted step may be repeated for 30 seconds`(_ after: Duration, _ fits: Bool) throws {
        for state in [
            try proved(.askPassword), try proved(.choosePassword), try proved(.finish(.passwordSet)),
        ] {
            do throws(FlowError) {
                #expect(try guess(state, after: after).answer.kind == (fits ? "compareAgain" : ""))
            } catch {
                #expect(error == .notFound && !fits)
            }
        }
    }

    @Test func `an old key does not let anybody guess`() throws {
        var state = try proved(.finish(.passwordSet))
        for _ in 0..<3 { state = try #require(try guess(state, after: .seconds(3)).state) }
        #expect(throws: FlowError.notFound) { try guess(state, after: .seconds(3)) }
    }

    @Test func `a repeat that was the same is given back`() throws {
        var state = try proved(.finish(.passwordSet))
        for _ in 0..<20 {
            let step = try guess(state, after: .seconds(3))
            guard case .compareAgain(_, let ticket) = step.answer else { throw FlowError.notFound }
            let charged = try #require(step.state)
            state = try #require(
                try machine.step(charged, .repeatProved(ticket), now: start + .seconds(3)).state)
        }
    }

    @Test(arguments: [
        (Duration.seconds(30) - .milliseconds(1), false), (.seconds(30), true),
    ])
    func `the first resend waits 30 seconds`(_ after: Duration, _ goes: Bool) throws {
        do throws(FlowError) {
            let step = try machine.step(first, .resend(key: 1, .contact), now: start + after)
            #expect(goes && step.answer == .proceed)
        } catch {
            #expect(!goes && error == .resendTooEarly(wait: .milliseconds(1)))
        }
    }

    @Test func `three sends and no more, the last after a minute`() throws {
        let second = try #require(
            try machine.step(first, .resend(key: 1, .contact), now: start + .seconds(30)).state)
        #expect(throws: FlowError.resendTooEarly(wait: .seconds(1))) {
            try machine.step(second, .resend(key: 1, .contact), now: start + .seconds(89))
        }
        let third = try #require(
            try machine.step(second, .resend(key: 1, .contact), now: start + .seconds(90)).state)
        #expect(throws: FlowError.tooManyCodes) {
            try machine.step(third, .resend(key: 1, .contact), now: start + .minutes(4))
        }
    }

    @Test(arguments: [
        (Duration.minutes(4), UInt32(1)), (.minutes(4) + .milliseconds(1), 2), (.minutes(9), 2),
    ])
    func `the same code goes out again while it lives another minute`(
        _ after: Duration, _ generation: UInt32
    ) throws {
        let step = try machine.step(first, .resend(key: 1, .contact), now: start + after)
        let wait = try wait(step.state)
        #expect(wait.generation == generation)
        #expect(wait.expiresAt == (generation == 1 ? start : start + after) + .minutes(5))
        #expect(wait.triesLeft == 3)
    }

    @Test func `no code outlives its flow`() throws {
        let step = try machine.step(first, .resend(key: 1, .contact), now: start + .minutes(13))
        #expect(try wait(step.state).expiresAt == start + .minutes(15))
    }

    @Test func `an upgrade compares nothing and starts anew`() throws {
        let tried = try #require(try guess(first).state)
        let step = try guess(tried, demanded: .digits8)
        #expect(step.answer == .upgraded)
        let wait = try wait(step.state)
        #expect((wait.shape, wait.generation, wait.triesLeft, wait.sendsLeft) == (.digits8, 2, 3, 0))
        #expect(wait.charges.count == 1)
        #expect(
            step.effects == [
                .sendCode(
                    generation: 2, shape: .digits8, .contact, expiresAt: start + .seconds(1) + .minutes(5))
            ])
    }

    @Test func `a ticket is worth nothing for another generation`() throws {
        let step = try guess(first)
        guard case .compare(_, let ticket) = step.answer else { throw FlowError.notFound }
        let charged = try #require(step.state)
        let moved = try #require(
            try machine.step(charged, .resend(key: 1, .contact), now: start + .minutes(6)).state)
        #expect(throws: FlowError.codeExpired) {
            try machine.step(moved, .codeProved(ticket, .finish(.passwordSet)), now: start + .minutes(6))
        }
    }

    @Test func `the charges go back when the flow ends well, not before`() throws {
        let step = try guess(first)
        guard case .compare(_, let ticket) = step.answer else { throw FlowError.notFound }
        let charged = try #require(step.state)
        let charges = try wait(charged).charges
        let finished = try machine.step(
            charged, .codeProved(ticket, .finish(.passwordSet)), now: start + .seconds(2))
        #expect(finished.effects == [.refund(charges)])
        let asked = try machine.step(charged, .codeProved(ticket, .askPassword), now: start + .seconds(2))
        #expect(asked.effects.isEmpty)
        let typed = try machine.step(
            try #require(asked.state), .password(key: 2), now: start + .seconds(3))
        guard case .comparePassword(let leave) = typed.answer else { throw FlowError.notFound }
        let signedIn = try machine.step(
            try #require(typed.state), .passwordProved(leave, .passwordSet), now: start + .seconds(3))
        #expect(signedIn.effects == [.refund(charges), .refundPassword(1)])
    }

    @Test func `a password has three tries`() throws {
        var state = try proved(.askPassword)
        for left in [2, 1, 0] {
            let step = try machine.step(state, .password(key: 2), now: start + .seconds(3))
            guard case .comparePassword(let ticket) = step.answer else { throw FlowError.notFound }
            #expect(ticket.triesLeft == left)
            #expect(step.effects == [.chargePassword])
            state = try #require(step.state)
        }
        #expect(throws: FlowError.triesSpent) {
            try machine.step(state, .password(key: 2), now: start + .seconds(3))
        }
    }

    @Test func `a code that went elsewhere shows no delivery`() throws {
        func delivery(_ destination: FlowDestination) throws -> Delivery {
            let sent = try machine.step(first, .resend(key: 1, destination), now: start + .minutes(1))
            let reported = try machine.step(
                try #require(sent.state), .delivery(generation: 1, .sent), now: start + .minutes(1))
            return try wait(reported.state).delivery
        }
        #expect(try delivery(.contact) == .sent)
        #expect(try delivery(.other(.phone)) == .queued)
    }

    @Test func `reports of another generation and those that come late change nothing`() throws {
        let other = try machine.step(first, .delivery(generation: 2, .sent), now: start)
        #expect(try wait(other.state).delivery == .queued)
        let delivered = try #require(
            try machine.step(first, .delivery(generation: 1, .delivered), now: start).state)
        let late = try machine.step(delivered, .delivery(generation: 1, .sent), now: start)
        #expect(try wait(late.state).delivery == .delivered)
    }

    @Test func `what is done is done`() throws {
        let done = try proved(.finish(.passwordSet))
        #expect(throws: FlowError.wrongStep(.done)) {
            try machine.step(done, .cancel(key: 2), now: start + .seconds(3))
        }
        #expect(throws: FlowError.notFound) {
            try machine.step(done, .cancel(key: 1), now: start + .seconds(3))
        }
    }
}
