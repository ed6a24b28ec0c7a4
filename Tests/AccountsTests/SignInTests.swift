import Accounts
import Domain
import Doubles
import Testing

@Suite struct SignInTests {
    @Test func `a right code opens an account and a session`() async throws {
        let world = World()
        let step = try await world.signIn.register(
            world.alice, profile: Profile([.name: "Alice"]), from: world.caller)
        #expect(step.progress.next == .code)
        #expect(step.progress.sentTo == "a•••@e•••.com")
        #expect((step.progress.expiresIn, step.progress.resendIn) == (300, 30))
        #expect(world.store.users.isEmpty)
        let signedIn = try world.session(try await world.enter(step))
        #expect(signedIn.accountCreated == true)
        #expect(signedIn.user.profile.name == "Alice")
        #expect((signedIn.expiresIn, signedIn.refreshExpiresIn) == (900, 604_800))
        #expect(world.store.users.map(\.id) == [signedIn.user.id])
        #expect(try await world.principal(signedIn).session.methods == [.email])
    }

    @Test func `a wrong guess costs one commit, a right one two, a start one`() async throws {
        let world = World()
        let step = try await world.signIn.register(world.alice, from: world.caller)
        #expect(world.store.commits == 1)
        let wrong = try await world.wrongCode(step)
        #expect(
            try await world.failure {
                try await world.signIn.submit(code: wrong, world.key(step), from: world.caller)
            }
                == .wrongCode(triesLeft: 2))
        #expect(world.store.commits == 2)
        let signedIn = try world.session(try await world.enter(step))
        #expect(world.store.commits == 4)
        _ = try await world.sessions.refresh(#require(signedIn.refreshToken).reveal(), from: world.caller)
        #expect(world.store.commits == 5)
        _ = try? await world.signIn.status(world.key(step))
        #expect(world.store.commits == 5)
    }

    @Test func `registering a contact that has an account signs its owner in`() async throws {
        let world = World()
        let first = try await world.signedIn(world.alice)
        let step = try await world.signIn.register(
            world.alice, profile: Profile([.name: "Mallory"]), from: world.caller)
        #expect(world.store.sentMessages.last?.template == .codeForOwner)
        let again = try world.session(try await world.enter(step))
        #expect(again.accountCreated == false)
        #expect(again.purpose == .register)
        #expect(again.user.id == first.user.id)
        #expect(again.user.profile.name == nil)
    }

    /// Bytes, work and messages: nothing but the mailbox knows.
    @Test(arguments: [FlowPurpose.register, .login, .reset])
    func `nobody outside can tell whether there is an account`(_ purpose: FlowPurpose) async throws {
        let world = World()
        try await world.signedIn(world.alice)
        func attempt(_ contact: Contact) async throws -> [String] {
            let (before, commits) = (world.store.operations, world.store.commits)
            let messages = world.store.sentMessages.count
            var trace: [String] = []
            func note(_ step: StepView) {
                let progress = step.progress
                trace.append(
                    "\(progress.purpose) \(progress.next) \(progress.channel) \(String(describing: progress.code)) "
                        + "\(progress.expiresIn) \(String(describing: progress.resendIn)) "
                        + "\(String(describing: progress.delivery)) \(String(describing: step.progress.key))")
            }
            let step =
                switch purpose {
                case .register: try await world.signIn.register(contact, from: world.caller)
                case .reset: try await world.signIn.reset(contact, from: world.caller)
                default: try await world.signIn.login(contact, from: world.caller)
                }
            note(step)
            world.time.advance(milliseconds: 30_000)
            note(try await world.signIn.resend(world.key(step), channel: .phone, from: world.caller))
            note(try await world.signIn.status(world.key(step)))
            for _ in 0..<4 {
                let wrong = try await world.wrongCode(step)
                let error = try await world.failure {
                    try await world.signIn.submit(code: wrong, world.key(step), from: world.caller)
                }
                trace.append("\(String(describing: error))")
            }
            trace.append("\(world.store.operations - before) operations")
            trace.append("\(world.store.commits - commits) commits")
            trace.append("\(world.store.sentMessages.count - messages) messages")
            return trace
        }
        #expect(try await attempt(world.alice) == attempt(world.nobody))
    }

    @Test func `no code fits a flow for nobody`() async throws {
        let world = World()
        let step = try await world.signIn.login(world.nobody, from: world.caller)
        let code = try await world.code(step)
        for left in [2, 1, 0] {
            #expect(
                try await world.failure {
                    try await world.signIn.submit(code: code, world.key(step), from: world.caller)
                }
                    == .wrongCode(triesLeft: left))
        }
        #expect(
            try await world.failure {
                try await world.signIn.submit(code: code, world.key(step), from: world.caller)
            }
                == .triesSpent)
        #expect(try await world.signIn.status(world.key(step)).progress.code?.triesLeft == 0)
        #expect(world.store.sessions.isEmpty)
    }

    @Test func `a stranger's mailbox is told once a day`() async throws {
        let world = World()
        func told() -> Int {
            world.store.sentMessages.filter { $0.template == .noAccount && $0.recipient != nil }.count
        }
        for _ in 0..<3 { _ = try await world.signIn.login(world.nobody, from: world.caller) }
        #expect(told() == 1)
        world.time.advance(milliseconds: 86_400_000)
        _ = try await world.signIn.reset(world.nobody, from: world.caller)
        #expect(told() == 2)
    }

    @Test func `closed registration and mutes are flows for nobody`() async throws {
        let closed = World(Terms(registrationIsOpen: false))
        let step = try await closed.signIn.register(closed.alice, from: closed.caller)
        let code = try await closed.code(step)
        #expect(
            try await closed.failure {
                try await closed.signIn.submit(code: code, closed.key(step), from: closed.caller)
            }
                == .wrongCode(triesLeft: 2))
        let world = World()
        let user = try await world.signedIn(world.alice).user
        try world.store.apply([.saveMuted(#require(user.contacts.first).id, true)])
        let muted = try await world.signIn.login(world.alice, from: world.caller)
        #expect(world.store.sentMessages.last?.recipient == nil)
        let good = try await world.code(muted)
        #expect(
            try await world.failure {
                try await world.signIn.submit(code: good, world.key(muted), from: world.caller)
            }
                == .wrongCode(triesLeft: 2))
    }

    @Test func `messages go to the stored contact, what is shown is what was typed`() async throws {
        let world = World()
        try await world.signedIn(World.email("Alice@Example.com"))
        let step = try await world.signIn.login(World.email("aLICE@example.com"), from: world.caller)
        #expect(world.store.sentMessages.last?.recipient?.text == "Alice@example.com")
        #expect(step.progress.sentTo == "a•••@e•••.com")
    }

    @Test func `a disabled account is told only to its owner`() async throws {
        let world = World()
        let user = try await world.signedIn(world.alice).user
        try world.store.apply([.saveDisabled(user.id, true)])
        let step = try await world.signIn.login(world.alice, from: world.caller)
        #expect(try await world.failure { try await world.enter(step) } == .accountDisabled)
        #expect(world.store.sessions.count == 1)
    }

    @Test func `the same step answers the same for 30 seconds`() async throws {
        let world = World()
        let step = try await world.signIn.register(world.alice, from: world.caller)
        let code = try await world.code(step)
        func enter() async throws -> SignedIn {
            try world.session(try await world.signIn.submit(code: code, world.key(step), from: world.caller))
        }
        let first = try await enter()
        world.time.advance(milliseconds: 30_000)
        let second = try await enter()
        #expect(second.session == first.session)
        #expect(second.accountCreated == true)
        #expect(second.refreshToken?.reveal() == first.refreshToken?.reveal())
        #expect(second.deviceToken?.reveal() == first.deviceToken?.reveal())
        #expect(world.store.sessions.count == 1)
        world.time.advance(milliseconds: 1)
        #expect(try await world.failure(enter) == .flowNotFound)
    }

    @Test func `a repeat is over when its refresh token was presented or its session ended`() async throws {
        for ends in [true, false] {
            let world = World()
            let step = try await world.signIn.register(world.alice, from: world.caller)
            let code = try await world.code(step)
            let signedIn = try world.session(try await world.enter(step))
            let token = try #require(signedIn.refreshToken).reveal()
            if ends {
                try await world.sessions.revoke(token, from: world.caller)
            } else {
                _ = try await world.sessions.refresh(token, from: world.caller)
            }
            #expect(
                try await world.failure {
                    try await world.signIn.submit(code: code, world.key(step), from: world.caller)
                }
                    == .flowNotFound)
        }
    }

    @Test func `an old key opens nothing but the repeat`() async throws {
        let world = World(Terms(passwordAtRegistration: true))
        let step = try await world.signIn.register(world.alice, from: world.caller)
        let old = try world.key(step)
        let next = try world.step(try await world.enter(step))
        #expect(next.progress.next == .newPassword)
        #expect(try world.key(next) != old)
        #expect(try await world.failure { try await world.signIn.status(old) } == .flowNotFound)
        #expect(try await world.failure { try await world.signIn.cancel(old) } == .flowNotFound)
        #expect(
            try await world.failure {
                try await world.signIn.submit(password: Secret("correct horse"), old, from: world.caller)
            } == .flowNotFound)
    }

    @Test func `a cancelled flow is gone`() async throws {
        let world = World()
        let step = try await world.signIn.register(world.alice, from: world.caller)
        let code = try await world.code(step)
        try await world.signIn.cancel(world.key(step))
        #expect(try await world.failure { try await world.signIn.status(world.key(step)) } == .flowNotFound)
        #expect(
            try await world.failure {
                try await world.signIn.submit(code: code, world.key(step), from: world.caller)
            }
                == .flowNotFound)
    }

    @Test func `a contact that moved away is not signed in to`() async throws {
        let world = World()
        let user = try await world.signedIn(world.alice).user
        let step = try await world.signIn.login(world.alice, from: world.caller)
        let code = try await world.code(step)
        try world.store.apply([
            .removeContact(#require(user.contacts.first).id, world.secrets.slot(of: world.alice))
        ])
        #expect(
            try await world.failure {
                try await world.signIn.submit(code: code, world.key(step), from: world.caller)
            }
                == .flowNotFound)
        #expect(world.store.sessions.count == 1)
    }

    @Test func `a contact that moved to another account signs in to neither`() async throws {
        let world = World()
        let alice = try await world.signedIn(world.alice).user
        let bob = try await world.signedIn(World.email("bob@example.com")).user
        let step = try await world.signIn.login(world.alice, from: world.caller)
        let proven = try #require(alice.contacts.first)
        let slot = world.secrets.slot(of: world.alice)
        try world.store.apply([.removeContact(proven.id, slot), .insertContact(proven, of: bob.id, slot)])
        #expect(try await world.failure { try await world.enter(step) } == .flowNotFound)
        #expect(world.store.sessions.count == 2)
    }

    @Test func `a code goes to the other contact only when there is one, and nobody can tell`() async throws {
        let world = World()
        let signedIn = try await world.signedIn(world.alice)
        let second = try Contact.phone(PhoneNumber(stored: "+12025550143"))
        let proven = ProvenContact(
            id: ContactID(at: world.time.now(), random: Array(0..<10)), contact: second,
            provedAt: world.time.now(), wasAdded: true)
        func resent() async throws -> (FlowProgress, Contact?) {
            let step = try await world.signIn.login(world.alice, from: world.caller)
            world.time.advance(milliseconds: 30_000)
            let again = try await world.signIn.resend(world.key(step), channel: .phone, from: world.caller)
            return (again.progress, world.store.sentMessages.last?.recipient)
        }
        let without = try await resent()
        try world.store.apply([.insertContact(proven, of: signedIn.user.id, world.secrets.slot(of: second))])
        let with = try await resent()
        #expect((without.1, with.1) == (nil, second))
        #expect(with.0.channel == .phone && with.0.sentTo == nil && with.0.delivery == .queued)
        #expect(
            (with.0.channel, with.0.sentTo, with.0.delivery) == (
                without.0.channel, without.0.sentTo, without.0.delivery
            ))
    }

    @Test func `a device token of another number or account is a stranger's`() async throws {
        let world = World()
        let token = try #require(try await world.signedIn(world.alice).deviceToken).reveal()
        let bob = World.email("bob@example.com")
        try await world.signedIn(bob)
        func ledger(_ contact: Contact, _ token: String) async throws -> Ledger? {
            let step = try await world.signIn.login(contact, deviceToken: token, from: world.caller)
            return try await world.store.flow(step.progress.flow)?.ledger
        }
        #expect(try await ledger(world.alice, token)?.guesser == .knownDevice)
        #expect(try await ledger(world.alice, String(token.dropLast()) + "2")?.guesser == .unknownDevice)
        #expect(try await ledger(bob, token)?.guesser == .unknownDevice)
        world.time.advance(milliseconds: Duration.days(180).milliseconds)
        #expect(try await ledger(world.alice, token)?.guesser == .unknownDevice)
    }

    @Test func `limits name their rule, known devices have their own`() async throws {
        let world = World(limits: LimitTable.standard)
        let device = try #require(try await world.signedIn(world.alice).deviceToken).reveal()
        for _ in 0..<2 { _ = try await world.signIn.login(world.alice, from: world.caller) }
        let error = try await world.failure { try await world.signIn.login(world.alice, from: world.caller) }
        #expect(
            error == .limitReached(LimitReached(rule: .startPerContactAndNetwork, wait: .minutes(1))))
        for _ in 0..<3 {
            _ = try await world.signIn.login(world.alice, deviceToken: device, from: world.caller)
        }
        // A device of one account is a stranger to every other contact.
        _ = try await world.signedIn(World.email("bob@example.com"))
        for _ in 0..<2 {
            _ = try await world.signIn.login(
                World.email("bob@example.com"), deviceToken: device, from: world.caller)
        }
        #expect(
            try await world.failure {
                try await world.signIn.login(
                    World.email("bob@example.com"), deviceToken: device, from: world.caller)
            } != nil)
    }
}
