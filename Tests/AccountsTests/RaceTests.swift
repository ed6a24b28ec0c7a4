import Accounts
import Domain
import Doubles
import Testing

@Suite(.timeLimit(.minutes(10))) struct RaceTests {
    /// Two hundred calls at once; what each came to.
    func race<Answer: Sendable>(
        _ call: @escaping @Sendable () async throws -> Answer
    ) async -> [Result<Answer, AccountsError>] {
        await withTaskGroup(of: Result<Answer, AccountsError>.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    do {
                        return .success(try await call())
                    } catch {
                        return .failure(error as? AccountsError ?? .internalError)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func `two hundred right codes at once open one session`() async throws {
        let world = World()
        let step = try await world.signIn.register(world.alice, from: world.caller)
        let (code, key) = (try await world.code(step), try world.key(step))
        let results = await race { try await world.signIn.submit(code: code, key, from: world.caller) }
        let sessions = try results.compactMap { try? $0.get() }.map { try world.session($0).session }
        #expect(!sessions.isEmpty)
        #expect(Set(sessions).count == 1)
        #expect(world.store.sessions.count == 1)
        #expect(world.store.users.count == 1)
        #expect(world.guesses(world.alice).short.count == 0)
    }

    @Test func `two hundred wrong codes at once are compared three times`() async throws {
        let world = World()
        let step = try await world.signIn.register(world.alice, from: world.caller)
        let (code, key) = (try await world.wrongCode(step), try world.key(step))
        let results = await race { try await world.signIn.submit(code: code, key, from: world.caller) }
        let compared = results.filter {
            if case .failure(.wrongCode) = $0 { true } else { false }
        }
        #expect(compared.count == 3)
        #expect(world.guesses(world.alice).short.count == 3)
    }

    @Test func `two hundred refreshes of one token give one successor`() async throws {
        let world = World()
        let token = try #require(try await world.signedIn(world.alice).refreshToken).reveal()
        let results = await race { try await world.sessions.refresh(token, from: world.caller) }
        let successors = results.compactMap { try? $0.get() }.compactMap { $0.refreshToken?.reveal() }
        #expect(successors.count == 200)
        #expect(Set(successors).count == 1)
        #expect(world.store.sessions.first?.generation == 2)
    }

    @Test func `many flows at once share one budget`() async throws {
        let world = World()
        try await world.signedIn(world.alice)
        let results = await race {
            let step = try await world.signIn.login(world.alice, from: world.caller)
            let code = try await world.wrongCode(step)
            guard code.count == 4 else { throw AccountsError.notFound }
            _ = try await world.signIn.submit(code: code, world.key(step), from: world.caller)
        }
        let compared = results.filter {
            if case .failure(.wrongCode) = $0 { true } else { false }
        }
        #expect(compared.count == 10)
        #expect(world.guesses(world.alice).short.count == 10)
    }

    @Test func `two hundred registrations of one contact make one account`() async throws {
        let world = World()
        let results = await race {
            let step = try await world.signIn.register(world.alice, from: world.caller)
            return try await world.session(world.enter(step))
        }
        #expect(results.allSatisfy { (try? $0.get()) != nil })
        #expect(world.store.users.count == 1)
        #expect(world.store.users.first?.devices.count == 10)
        let created = results.compactMap { try? $0.get() }.filter { $0.accountCreated == true }
        #expect(created.count == 1)
    }
}
