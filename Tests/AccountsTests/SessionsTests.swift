import Accounts
import Domain
import Doubles
import Testing

@Suite struct SessionsTests {
    func refreshToken(_ signedIn: SignedIn) throws -> String {
        try #require(signedIn.refreshToken).reveal()
    }

    @Test func `a used token ends the session, its device and every token`() async throws {
        let world = World()
        let signedIn = try await world.signedIn(world.alice)
        let first = try refreshToken(signedIn)
        let second = try await world.sessions.refresh(first, from: world.caller)
        #expect(
            try await world.sessions.refresh(first, from: world.caller).refreshToken?.reveal()
                == refreshToken(second))
        _ = try await world.sessions.refresh(refreshToken(second), from: world.caller)
        #expect(
            try await world.failure { try await world.sessions.refresh(first, from: world.caller) }
                == .refreshReused)
        #expect(
            try await world.failure {
                try await world.sessions.refresh(refreshToken(second), from: world.caller)
            }
                == .refreshInvalid)
        #expect(
            try await world.failure { try await world.sessions.authorize(second.accessToken.reveal()) }
                == .tokenInvalid)
        #expect(world.store.users.first?.devices.isEmpty == true)
        #expect(world.store.sentMessages.last?.template == .tokenReused)
    }

    @Test func `roles and the disabled flag are read afresh`() async throws {
        let world = World()
        let signedIn = try await world.signedIn(world.alice)
        try world.store.apply([.saveRoles(signedIn.user.id, [.admin])])
        let next = try await world.sessions.refresh(refreshToken(signedIn), from: world.caller)
        #expect(next.user.isAdmin)
        let role = try #require(Role("editor"))
        #expect(
            try await world.failure { try await world.sessions.check(next.accessToken.reveal(), role: role) }
                == .roleMissing)
        try world.store.apply([.saveDisabled(signedIn.user.id, true)])
        #expect(
            try await world.failure {
                try await world.sessions.refresh(refreshToken(next), from: world.caller)
            }
                == .refreshInvalid)
        #expect(
            try await world.failure { try await world.sessions.authorize(next.accessToken.reveal()) }
                == .tokenInvalid)
    }

    @Test func `logging out keeps the device known, being ended by another does not`() async throws {
        let world = World()
        let first = try await world.signedIn(world.alice)
        try await world.sessions.logout(world.principal(first), from: world.caller)
        #expect(world.store.users.first?.devices.count == 1)
        let second = try await world.signedIn(world.alice)
        let third = try await world.signedIn(world.alice)
        #expect(world.store.users.first?.devices.count == 3)
        try await world.sessions.end(second.session, of: world.principal(third), from: world.caller)
        #expect(world.store.users.first?.devices.count == 2)
        #expect(
            try await world.failure {
                try await world.sessions.end(second.session, of: world.principal(third), from: world.caller)
            } == .notFound)
    }

    @Test func `nobody ends a stranger's session`() async throws {
        let world = World()
        let alice = try await world.signedIn(world.alice)
        let bob = try await world.signedIn(World.email("bob@example.com"))
        #expect(
            try await world.failure {
                try await world.sessions.end(alice.session, of: world.principal(bob), from: world.caller)
            } == .notFound)
        _ = try await world.principal(alice)
    }

    @Test(arguments: [true, false])
    func `ending all ends the open flows too`(_ keeping: Bool) async throws {
        let world = World()
        _ = try await world.signedIn(world.alice)
        let current = try await world.signedIn(world.alice)
        let open = try await world.signIn.login(world.alice, from: world.caller)
        let principal = try await world.principal(current)
        try await world.sessions.endAll(of: principal, keepingCurrent: keeping, from: world.caller)
        #expect(world.store.sessions.map(\.id) == (keeping ? [current.session] : []))
        #expect(try await world.failure { try await world.signIn.status(world.key(open)) } == .flowNotFound)
    }

    @Test func `a new device is told of, a known one and the first are not`() async throws {
        let world = World()
        func told() -> Int { world.store.sentMessages.filter { $0.template == .newDevice }.count }
        let first = try await world.signedIn(world.alice)
        #expect(told() == 0)
        try await world.signedIn(world.alice, deviceToken: first.deviceToken?.reveal())
        #expect(told() == 0)
        try await world.signedIn(world.alice)
        #expect(told() == 1)
    }

    @Test func `an account knows ten devices, the oldest goes`() async throws {
        let world = World()
        let first = try await world.signedIn(world.alice)
        for _ in 0..<10 {
            world.time.advance(milliseconds: 1_000)
            try await world.signedIn(world.alice)
        }
        let devices = try #require(world.store.users.first).devices
        #expect(devices.count == 10)
        let oldest = world.secrets.readDeviceToken(first.deviceToken?.reveal() ?? "")
        #expect(!devices.contains { $0.id == oldest?.id })
    }

    @Test func `the history is newest first and has no gaps`() async throws {
        let world = World()
        let signedIn = try await world.signedIn(world.alice)
        world.time.advance(milliseconds: 1_000)
        let second = try await world.signedIn(world.alice)
        let history = History(world.outside)
        let principal = try await world.principal(second)
        #expect(try await history.page(principal, limit: 50).map(\.kind) == [.signedIn, .registered])
        let first = try #require(try await history.page(principal, limit: 1).first)
        #expect(try await history.page(principal, after: first.id, limit: 1).map(\.kind) == [.registered])
        #expect(
            try await world.sessions.list(principal, limit: 50).map(\.id) == [
                second.session, signedIn.session,
            ])
    }
}

@Suite struct PasswordTests {
    let horse = Secret("correct horse battery")

    func withPassword() async throws -> (World, SignedIn) {
        let world = World()
        let signedIn = try await world.signedIn(world.alice)
        try await world.passwords.set(horse, for: world.principal(signedIn), from: world.caller)
        return (world, signedIn)
    }

    @Test func `an account with a password is asked for it after the code`() async throws {
        let (world, _) = try await withPassword()
        let login = try await world.signIn.login(world.alice, from: world.caller)
        let step = try world.step(try await world.enter(login))
        #expect(step.progress.next == .password && step.progress.code == nil)
        #expect(world.store.sessions.count == 1)
        #expect(
            try await world.failure {
                try await world.signIn.submit(
                    password: Secret("wrong horse battery"), world.key(step), from: world.caller)
            } == .wrongPassword(triesLeft: 2))
        let result = try await world.signIn.submit(password: horse, world.key(step), from: world.caller)
        let signedIn = try world.session(result)
        #expect(try await world.principal(signedIn).session.methods == [.email, .password])
        #expect(world.store.users.first?.passwordGuesses.count == 0)
        let again = try await world.signIn.submit(password: horse, world.key(step), from: world.caller)
        #expect(try world.session(again).session == signedIn.session)
    }

    @Test func `ten passwords and the ledger is empty, before anything is hashed`() async throws {
        let (world, _) = try await withPassword()
        for _ in 0..<3 {
            let step = try world.step(
                try await world.enter(try await world.signIn.login(world.alice, from: world.caller)))
            for _ in 0..<3 {
                _ = try await world.failure {
                    try await world.signIn.submit(password: Secret("no"), world.key(step), from: world.caller)
                }
            }
        }
        let step = try world.step(
            try await world.enter(try await world.signIn.login(world.alice, from: world.caller)))
        let errors = try await [
            world.failure {
                try await world.signIn.submit(password: Secret("no"), world.key(step), from: world.caller)
            },
            world.failure {
                try await world.signIn.submit(password: horse, world.key(step), from: world.caller)
            },
        ]
        #expect(errors[0] == .wrongPassword(triesLeft: 2))
        #expect(errors[1] == .limitReached(LimitReached(rule: .passwordGuesses, wait: .days(1))))
        #expect(world.hasher.compared == 10)
    }

    @Test func `a reset sets the password and ends everything, and signs nobody in`() async throws {
        let (world, signedIn) = try await withPassword()
        let open = try await world.signIn.login(world.alice, from: world.caller)
        let step = try world.step(
            try await world.enter(try await world.signIn.reset(world.alice, from: world.caller)))
        #expect(step.progress.next == .newPassword)
        #expect(
            try await world.failure {
                try await world.signIn.submit(password: Secret("short"), world.key(step), from: world.caller)
            } == .weakPassword(.tooShort))
        let fresh = Secret("a whole new sentence")
        let done = try world.step(
            try await world.signIn.submit(password: fresh, world.key(step), from: world.caller))
        #expect(done.progress.next == .done && done.flowKey == nil)
        let again = try world.step(
            try await world.signIn.submit(password: fresh, world.key(step), from: world.caller))
        #expect(again == done)
        #expect(world.store.sessions.isEmpty)
        #expect(world.store.users.first?.devices.isEmpty == true)
        #expect(try await world.failure { try await world.principal(signedIn) } == .tokenInvalid)
        #expect(try await world.failure { try await world.signIn.status(world.key(open)) } == .flowNotFound)
        #expect(world.store.users.first?.password?.reveal() == "toy:a whole new sentence")
    }

    @Test func `an imported hash is replaced at its next use`() async throws {
        let world = World()
        let user = try await world.signedIn(world.alice).user
        try world.store.apply([.savePassword(user.id, PasswordHashText("old:" + horse.reveal()))])
        let step = try world.step(
            try await world.enter(try await world.signIn.login(world.alice, from: world.caller)))
        _ = try await world.signIn.submit(password: horse, world.key(step), from: world.caller)
        #expect(world.store.users.first?.password?.reveal() == "toy:" + horse.reveal())
    }

    @Test func `a new account may have to choose one`() async throws {
        let world = World(Terms(passwordAtRegistration: true))
        let step = try world.step(
            try await world.enter(try await world.signIn.register(world.alice, from: world.caller)))
        #expect(world.store.users.isEmpty)
        let result = try await world.signIn.submit(password: horse, world.key(step), from: world.caller)
        #expect(try world.session(result).accountCreated == true)
        #expect(world.store.users.first?.hasPassword == true)
    }

    @Test func `a contact that was just added neither resets nor confirms`() async throws {
        let world = World()
        let signedIn = try await world.signedIn(world.alice)
        let added = World.email("second@example.com")
        let step = try await world.contacts.start(world.principal(signedIn), added, from: world.caller)
        #expect(try world.step(try await world.enter(step)).progress.next == .done)
        let reset = try await world.signIn.reset(added, from: world.caller)
        #expect(world.store.sentMessages.last?.template == .contactTooNew)
        #expect(try await world.failure { try await world.enter(reset) } == .wrongCode(triesLeft: 2))
        let confirm = try await world.confirm.start(world.principal(signedIn), from: world.caller)
        #expect(confirm.progress.sentTo == world.alice.masked)
        world.time.advance(milliseconds: 86_400_000)
        let later = try await world.signIn.reset(added, from: world.caller)
        #expect(try world.step(try await world.enter(later)).progress.next == .newPassword)
    }

    @Test func `a taken contact is told after it is proven`() async throws {
        let world = World()
        let alice = try await world.signedIn(world.alice)
        let bob = World.email("bob@example.com")
        try await world.signedIn(bob)
        let step = try await world.contacts.start(world.principal(alice), bob, from: world.caller)
        #expect(try await world.failure { try await world.enter(step) } == .contactTaken)
    }

    @Test func `a confirmation dies with its session`() async throws {
        let world = World()
        let signedIn = try await world.signedIn(world.alice)
        let step = try await world.confirm.start(world.principal(signedIn), from: world.caller)
        let code = try await world.code(step)
        try await world.sessions.logout(world.principal(signedIn), from: world.caller)
        #expect(
            try await world.failure {
                try await world.signIn.submit(code: code, world.key(step), from: world.caller)
            }
                == .flowNotFound)
    }
}
