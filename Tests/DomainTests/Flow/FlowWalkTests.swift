import Domain
import Doubles
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// One flow in the hands of somebody who tries everything.
private struct Walker {
    let machine: FlowMachine
    var state: FlowState?
    var model: FlowModel
    var now: Timestamp
    var tickets: [GuessTicket] = []
    var passwordTickets: [PasswordTicket] = []
    var repeatTickets: [RepeatTicket] = []
    /// Set by this flow's own right code alone.
    var codeWasProved = false
    let session: SessionID

    init(at start: Timestamp) {
        machine = FlowMachine(policy: FlowPolicy(), deadline: start + .minutes(15))
        state = .awaitingCode(machine.start(.digits4, now: start))
        model = FlowModel(began: start)
        now = start
        session = SessionID(at: start, random: Array(repeating: 7, count: 10))
    }

    mutating func take(_ event: FlowEvent) -> String {
        guard let state else { return "notFound" }
        do throws(FlowError) {
            let step = try machine.step(state, event, now: now)
            self.state = step.state
            switch step.answer {
            case .compare(_, let ticket): tickets.append(ticket)
            case .comparePassword(let ticket): passwordTickets.append(ticket)
            case .compareAgain(_, let ticket): repeatTickets.append(ticket)
            case .hashNewPassword, .upgraded, .proceed, .alreadyTaken: break
            }
            return step.answer.kind
        } catch {
            return error.kind
        }
    }

    /// What the machine did and what the model expects; nil for a move that is none now.
    mutating func move(using generator: inout SeededGenerator) -> (Move, did: String, expected: String)? {
        let move = Move.allCases.randomElement(using: &generator) ?? .wait
        let key =
            Int.random(in: 0..<6, using: &generator) == 0
            ? UInt32.random(in: 0...4, using: &generator) : model.keys
        let older = Int.random(in: 0..<3, using: &generator) == 0 && key > 1 ? key - 1 : key
        if now >= model.began + .minutes(15) { model.phase = .over }
        let outcome = FlowOutcome.signedIn(
            session, created: false, device: DeviceID(at: now, random: Array(repeating: 1, count: 10)))
        switch move {
        case .guess, .malformedGuess, .upgradeGuess:
            let demanded: CodeShape =
                move == .upgradeGuess ? (model.shape == .digits4 ? .digits8 : .base32) : model.shape
            let text = move == .malformedGuess ? "12x" : String(repeating: "1", count: model.shape.length)
            let did = take(.guess(key: older, code: TypedCode(text), demanded: demanded))
            return (
                move, did,
                model.guess(
                    older, wellFormed: move != .malformedGuess,
                    upgrade: move == .upgradeGuess ? demanded : nil, at: now)
            )
        case .proveCode:
            guard let ticket = tickets.randomElement(using: &generator) else { return nil }
            let next: AfterCode =
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: .askPassword
                case 1: .choosePassword
                default: .finish(outcome)
                }
            let did = take(.codeProved(ticket, next))
            if did == "proceed" { codeWasProved = true }
            return (
                move, did,
                model.proveCode(generation: ticket.generation, shape: ticket.shape, next: next, at: now)
            )
        case .password: return (move, take(.password(key: older)), model.password(older, at: now))
        case .provePassword:
            guard let ticket = passwordTickets.randomElement(using: &generator) else { return nil }
            return (
                move, take(.passwordProved(ticket, outcome)), model.finish(ticket.key, chosen: false, at: now)
            )
        case .choosePassword:
            return (move, take(.passwordChosen(key: key, outcome)), model.finish(key, chosen: true, at: now))
        case .resend: return (move, take(.resend(key: key, .contact)), model.resend(key, at: now))
        case .resendElsewhere:
            return (move, take(.resend(key: key, .other(.phone))), model.resend(key, at: now))
        case .proveRepeat:
            guard let ticket = repeatTickets.randomElement(using: &generator) else { return nil }
            return (move, take(.repeatProved(ticket)), model.proveRepeat(ticket.accepted))
        case .cancel:
            // Seldom, or no walk would get far.
            guard Int.random(in: 0..<12, using: &generator) == 0 else { return nil }
            return (move, take(.cancel(key: key)), model.cancel(key))
        case .report:
            return (
                move, take(.delivery(generation: model.generation, .sent)),
                model.isOver ? "notFound" : "proceed"
            )
        case .wait:
            now = now + .milliseconds(Int.random(in: 0...35_000, using: &generator))
            return nil
        case .waitLong:
            if Int.random(in: 0..<4, using: &generator) == 0 {
                now = now + .seconds(Int.random(in: 0...300, using: &generator))
            }
            return nil
        }
    }

    /// What must hold after every move, whatever the model says.
    func faults() -> [String] {
        var faults: [String] = []
        guard let state, !model.isOver else { return faults }
        if state.key != model.keys { faults.append("the key is \(state.key), not \(model.keys)") }
        switch state {
        case .awaitingCode(let wait):
            if model.phase != .code { faults.append("awaits a code") }
            if wait.triesLeft != model.triesLeft { faults.append("\(wait.triesLeft) tries are left") }
            if wait.generation != model.generation { faults.append("generation \(wait.generation)") }
            if wait.expiresAt != model.codeEnds() { faults.append("the code ends at another time") }
        case .awaitingPassword:
            if model.phase != .password || !codeWasProved { faults.append("awaits a password") }
        case .choosingPassword:
            if model.phase != .newPassword || !codeWasProved { faults.append("awaits a new password") }
        case .finished:
            if model.phase != .done || !codeWasProved { faults.append("finished") }
        }
        // Three tries before an upgrade and three after each of two.
        let compared = Dictionary(grouping: tickets, by: \.shape).mapValues(\.count)
        if compared.values.contains(where: { $0 > 3 }) { faults.append("compared \(compared)") }
        return faults
    }
}

@Suite struct FlowWalkTests {
    /// `PROVE=1` walks a million steps.
    static var steps: Int { unsafe getenv("PROVE") == nil ? 100_000 : 1_000_000 }

    @Test func `a random walk never parts from a second opinion`() {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        let seed = generator.seed
        print("flow walk: seed \(seed), \(Self.steps) steps")
        var steps = 0
        var seen: [String: Int] = [:]
        while steps < Self.steps {
            var walker = Walker(at: Timestamp(milliseconds: 1_800_000_000_000))
            for _ in 0..<60 {
                steps += 1
                guard let (move, did, expected) = walker.move(using: &generator) else { continue }
                seen["\(did)", default: 0] += 1
                let faults = walker.faults()
                if did != expected || !faults.isEmpty {
                    Issue.record(
                        "seed \(seed), step \(steps): \(move) did \(did), expected \(expected); \(faults)")
                    return
                }
            }
        }
        // A walk that never gets anywhere proves nothing.
        for kind in [
            "compare", "comparePassword", "hashNewPassword", "compareAgain", "upgraded", "alreadyTaken",
            "codeExpired", "triesSpent", "resendTooEarly", "tooManyCodes", "malformedCode", "wrongStep done",
        ] {
            #expect(seen[kind, default: 0] > 10, "\(kind) in \(seen)")
        }
    }
}
