import Accounts
import Domain
import Doubles
import Testing

@Suite struct GuessTests {
    /// Wrong guesses in as many flows as it takes; how many were compared.
    func burn(
        _ world: World, _ contact: Contact, _ count: Int, deviceToken: String? = nil
    ) async throws -> Int {
        var compared = 0
        while compared < count {
            let step = try await world.signIn.login(contact, deviceToken: deviceToken, from: world.caller)
            guard step.progress.code?.shape == .digits4 else { return compared }
            for _ in 0..<min(3, count - compared) {
                let wrong = try await world.wrongCode(step)
                let error = try await world.failure {
                    try await world.signIn.submit(code: wrong, world.key(step), from: world.caller)
                }
                guard case .wrongCode = error else { return compared }
                compared += 1
            }
        }
        return compared
    }

    @Test func `a right code gives back the guesses of its own flow alone`() async throws {
        let world = World()
        try await world.signedIn(world.alice)
        #expect(try await burn(world, world.alice, 2) == 2)
        let step = try await world.signIn.login(world.alice, from: world.caller)
        let wrong = try await world.wrongCode(step)
        _ = try await world.failure {
            try await world.signIn.submit(code: wrong, world.key(step), from: world.caller)
        }
        #expect(world.guesses(world.alice).short.count == 3)
        _ = try await world.enter(step)
        #expect(world.guesses(world.alice).short.count == 2)
        #expect(world.store.fleet.counts.guesses.values.reduce(0, +) == 2)
    }

    @Test(arguments: [true, false])
    func `ten guesses, then the code gets longer`(_ known: Bool) async throws {
        let world = World()
        let contact = known ? world.alice : world.nobody
        if known { try await world.signedIn(contact) }
        let open = try await world.signIn.login(contact, from: world.caller)
        #expect(try await burn(world, contact, 11) == 10)
        #expect(try await world.signIn.login(contact, from: world.caller).progress.code?.shape == .digits8)
        let right = try await world.code(open)
        let error = try await world.failure {
            try await world.signIn.submit(code: right, world.key(open), from: world.caller)
        }
        guard case .codeUpgraded(let step) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(step.progress.code?.shape == .digits8 && step.progress.code?.triesLeft == 3)
        #expect(step.progress.resendIn == nil)
        #expect(
            try await world.failure { try await world.signIn.resend(world.key(step), from: world.caller) }
                == .tooManyCodes)
        if known { _ = try world.session(try await world.enter(step)) }
    }

    @Test func `emptying the common budget does not touch a known device`() async throws {
        let world = World()
        let device = try #require(try await world.signedIn(world.alice).deviceToken).reveal()
        #expect(try await burn(world, world.alice, 20) == 10)
        let step = try await world.signIn.login(world.alice, deviceToken: device, from: world.caller)
        #expect(step.progress.code?.shape == .digits4)
        let again = try world.session(try await world.enter(step))
        #expect(again.deviceToken?.reveal() == device)
        #expect(try await burn(world, world.alice, 20, deviceToken: device) == 5)
    }

    @Test func `a contact takes its count along, both ways`() async throws {
        let world = World()
        #expect(try await burn(world, world.alice, 4) == 4)
        let user = try await world.signedIn(world.alice).user
        #expect(world.guesses(world.alice).short.count == 4)
        #expect(try await burn(world, world.alice, 2) == 2)
        try world.store.apply([
            .removeContact(#require(user.contacts.first).id, world.secrets.slot(of: world.alice))
        ])
        #expect(world.guesses(world.alice).short.count == 6)
    }

    @Test func `the owner is told at five and when codes get longer`() async throws {
        let world = World()
        try await world.signedIn(world.alice)
        func told(_ template: OutboxMessage.Template) -> Int {
            world.store.sentMessages.filter { $0.template == template && $0.recipient == world.alice }.count
        }
        _ = try await burn(world, world.alice, 4)
        #expect(told(.guessesNoticed) == 0)
        _ = try await burn(world, world.alice, 1)
        #expect(told(.guessesNoticed) == 1)
        _ = try await burn(world, world.alice, 5)
        #expect((told(.guessesNoticed), told(.codesLengthened)) == (1, 1))
    }

    @Test func `a sprayer gets eight digits everywhere, a known device does not`() async throws {
        let world = World()
        let device = try #require(try await world.signedIn(world.alice).deviceToken).reveal()
        let open = try await world.signIn.login(world.alice, from: world.caller)
        for number in 0..<25 { _ = try await burn(world, World.email("u\(number)@example.com"), 2) }
        let fresh = World.email("fresh@example.com")
        #expect(try await world.signIn.login(fresh, from: world.caller).progress.code?.shape == .digits8)
        #expect(world.store.fleet.alert == .raised)
        let right = try await world.code(open)
        guard
            case .codeUpgraded = try await world.failure({
                try await world.signIn.submit(code: right, world.key(open), from: world.caller)
            })
        else {
            Issue.record("not upgraded")
            return
        }
        let known = try await world.signIn.login(world.alice, deviceToken: device, from: world.caller)
        #expect(known.progress.code?.shape == .digits4)
        world.time.advance(milliseconds: 50 * 3_600_000)
        #expect(try await world.signIn.login(fresh, from: world.caller).progress.code?.shape == .digits4)
    }

    @Test func `an admin confirms with eight digits and signs in like anyone`() async throws {
        let world = World()
        let user = try await world.signedIn(world.alice).user
        try world.store.apply([.saveRoles(user.id, [.admin])])
        let login = try await world.signIn.login(world.alice, from: world.caller)
        #expect(login.progress.code?.shape == .digits4)
        let signedIn = try world.session(try await world.enter(login))
        #expect(
            try await world.failure {
                try await world.sessions.authorizeAdmin(signedIn.accessToken.reveal(), writing: false)
            }
                == .confirmationRequired)
        let step = try await world.confirm.start(world.principal(signedIn), from: world.caller)
        #expect(step.progress.code?.shape == .digits8)
        let confirmed = try world.session(try await world.enter(step))
        #expect(confirmed.refreshToken == nil && confirmed.deviceToken == nil)
        #expect(confirmed.session == signedIn.session)
        _ = try await world.sessions.authorizeAdmin(confirmed.accessToken.reveal(), writing: true)
    }

    /// The invariant over everything: no window of guesses compared with short codes exceeds budget and refills,
    /// whatever flows start, succeed, end, and whoever registers in between.
    @Test func `random attackers never compare more than the ledger allows`() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<6 {
            let world = World(Terms(guesses: GuessRules(spray: SprayRule(floor: 1_000_000))))
            var compared: [Timestamp] = []
            // The latest the clock has shown: what it gave back by then stays given back.
            var latest: [Timestamp] = []
            var highest = world.time.now()
            var open: [StepView] = []
            for _ in 0..<400 {
                highest = max(highest, world.time.now())
                switch Int.random(in: 0..<12, using: &generator) {
                case 0..<3: open.append(try await world.signIn.register(world.alice, from: world.caller))
                case 3..<9:
                    guard let step = open.randomElement(using: &generator) else { continue }
                    guard let wrong = try? await world.wrongCode(step) else { continue }
                    let error = try await world.failure {
                        try await world.signIn.submit(code: wrong, world.key(step), from: world.caller)
                    }
                    if case .wrongCode = error, wrong.count == 4 {
                        compared.append(world.time.now())
                        latest.append(highest)
                    }
                case 9:
                    // The owner signs in, in a flow of his own.
                    guard Int.random(in: 0..<4, using: &generator) == 0 else { continue }
                    let step = try await world.signIn.register(world.alice, from: world.caller)
                    _ = try await world.enter(step)
                case 10: world.time.advance(milliseconds: Int64.random(in: 0...60_000, using: &generator))
                default:
                    world.time.advance(
                        milliseconds: Int64.random(in: -3_600_000...2_592_000_000, using: &generator))
                    open = []
                }
            }
            for place in compared.indices {
                guard let first = compared.first else { continue }
                let refills = Int(latest[place].since(first).milliseconds / Duration.days(30).milliseconds)
                #expect(place + 1 <= 10 + refills, "seed \(seed)")
            }
        }
    }
}
