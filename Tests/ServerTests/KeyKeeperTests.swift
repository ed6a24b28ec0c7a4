import Crypto
import Domain
import Doubles
import Synchronization
import Testing

@testable import Server
@testable import Tokens

/// Parts that the tests of the stored keys share.
enum Keys {
    static let (old, new, lost) = (
        Secret([UInt8](repeating: 1, count: 32)), Secret([UInt8](repeating: 2, count: 32)),
        Secret([UInt8](repeating: 3, count: 32))
    )

    static func sealed(_ vault: any Vault, _ secrets: Secret<[UInt8]>...) throws -> SealedKeys {
        try SealedKeys(vault: vault, secret: ServerSecret(newestFirst: secrets))
    }
}

@Suite struct KeyKeeperTests {
    let vault = MemoryVault()
    let time = ManualTime()

    func keeper(_ secret: Secret<[UInt8]> = Keys.old) throws -> KeyKeeper {
        KeyKeeper(
            try Keys.sealed(vault, secret), rotation: try #require(KeyRotation()), time: time)
    }

    func signer(_ keeper: KeyKeeper) -> AccessTokenSigner {
        AccessTokenSigner(issuer: "https://id.example.com", audience: "latchkey", keys: keeper.keys)
    }

    func grant() -> AccessGrant {
        let random = SeededRandom(seed: 3)
        let now = time.now()
        return AccessGrant(
            id: Identifier(at: now, from: random), user: Identifier(at: now, from: random),
            session: Identifier(at: now, from: random), issuedAt: now, expiresAt: now + .minutes(15),
            authenticatedAt: now, methods: [.email], roles: [])
    }

    func pass(_ days: Double) { time.advance(milliseconds: Int64(days * 86_400_000)) }

    @Test func `the first start makes a key that signs at once, the next finds it`() async throws {
        let first = try keeper()
        try await first.refresh()
        let token = try signer(first).sign(grant()).reveal()
        let second = try keeper()
        try await second.refresh()
        #expect(try signer(second).read(token, at: time.now()) == grant())
        #expect(try await second.list().map(\.stage) == [.signing])
        #expect(vault.writes == 1)
    }

    @Test func `many that start at once agree after one more look`() async throws {
        let keepers = try (0..<8).map { _ in try keeper() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for keeper in keepers { group.addTask { try await keeper.refresh() } }
            try await group.waitForAll()
        }
        for keeper in keepers { try await keeper.refresh() }
        #expect(Set(keepers.map(\.keys.document)).count == 1)
        #expect(Set(keepers.map { $0.keys.snapshot.signing?.id }).count == 1)
    }

    @Test func `keys follow one another through a rotation`() async throws {
        let keeper = try keeper()
        try await keeper.refresh()
        let first = try #require(keeper.keys.snapshot.signing?.id)
        pass(29)
        try await keeper.refresh()
        #expect(keeper.keys.snapshot.signing?.id == first)
        #expect(try await keeper.list().map(\.stage) == [.signing, .announced])
        pass(1)
        try await keeper.refresh()
        #expect(try await keeper.list().map(\.stage) == [.ended, .signing])
        #expect(String(decoding: keeper.keys.document, as: UTF8.self).contains(first.description))
        pass(1)
        try await keeper.refresh()
        #expect(try await keeper.list().map(\.stage) == [.signing])
        #expect(!String(decoding: keeper.keys.document, as: UTF8.self).contains(first.description))
    }

    @Test func `a refresh without news keeps what the signer remembers`() async throws {
        let keeper = try keeper()
        try await keeper.refresh()
        let number = keeper.keys.snapshot.number
        try await keeper.refresh()
        #expect(keeper.keys.snapshot.number == number)
    }

    @Test func `rotating beside the server ends the old tokens at its next look`() async throws {
        let (server, command) = try (keeper(), keeper())
        try await server.refresh()
        let signer = signer(server)
        let token = try signer.sign(grant()).reveal()
        _ = try signer.read(token, at: time.now())
        try await command.replaceAll()
        try await server.refresh()
        #expect(throws: TokenFault.invalid) { try signer.read(token, at: time.now()) }
        #expect(server.keys.document == command.keys.document)
        #expect(try await server.list().map(\.stage) == [.signing])
    }

    @Test func `announcing breaks nothing and is done once`() async throws {
        let keeper = try keeper()
        try await keeper.refresh()
        let first = keeper.keys.snapshot.signing?.id
        for _ in 0..<2 { try await keeper.announce() }
        #expect(try await keeper.list().map(\.stage) == [.signing, .announced])
        #expect(keeper.keys.snapshot.signing?.id == first)
        pass(1)
        try await keeper.refresh()
        #expect(keeper.keys.snapshot.signing?.id != first)
    }

    @Test func `a key that no secret opens is a failure, and rotating now mends it`() async throws {
        try await keeper(Keys.lost).refresh()
        let name = try #require(try await vault.records(of: .signingKey).first?.name)
        let keeper = try keeper()
        await #expect(throws: KeyKeeperError.sealed(.signingKey, name: name)) { try await keeper.refresh() }
        #expect(throws: TokenFault.engineFailed) { try signer(keeper).sign(grant()) }
        try await keeper.replaceAll()
        #expect(try signer(keeper).read(signer(keeper).sign(grant()).reveal(), at: time.now()) == grant())
    }

    @Test func `a key that was dropped ends here though its successor does not open`() async throws {
        let server = try keeper()
        try await server.refresh()
        let token = try signer(server).sign(grant()).reveal()
        try await keeper(Keys.lost).replaceAll()
        await #expect(throws: KeyKeeperError.self) { try await server.refresh() }
        #expect(throws: TokenFault.invalid) { try signer(server).read(token, at: time.now()) }
    }

    @Test func `while the database fails the keys stay as they were`() async throws {
        let keeper = try keeper()
        try await keeper.refresh()
        let document = keeper.keys.document
        vault.fail(with: .busy)
        await #expect(throws: KeyKeeperError.store(.busy)) { try await keeper.refresh() }
        #expect(keeper.keys.document == document)
    }

    @Test func `it looks once an hour, when a key begins to sign, and soon after a failure`() async throws {
        let keeper = try keeper()
        try await keeper.refresh()
        let vault = vault
        var waits: [Duration] = []
        var failures: [KeyKeeperError] = []
        await keeper.keep(
            waiting: { delay in
                waits.append(delay)
                switch waits.count {
                case 1:
                    self.pass(29)
                case 2:
                    self.time.advance(milliseconds: 86_400_000 - 60_000)
                case 3: vault.fail(with: .unavailable)
                case 4: vault.fail(with: nil)
                default: throw CancellationError()
                }
            }, report: { failures.append($0) })
        #expect(waits == [.hours(1), .hours(1), .seconds(60), .minutes(1), .seconds(60)])
        #expect(failures == [.store(.unavailable)])
    }

    @Test(.timeLimit(.minutes(10)))
    func `overlapping refreshes, rotations and readers end in one state`() async throws {
        let (one, two) = try (keeper(), keeper())
        try await one.refresh()
        let signer = signer(one)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for _ in 0..<10 { try await two.replaceAll() } }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<40 {
                        try await one.refresh()
                        // The key may go between signing and reading; anything else is a defect.
                        let token = try signer.sign(grant()).reveal()
                        let answer = Result { try signer.read(token, at: time.now()) }
                        if case .failure(let error) = answer { #expect(error as? TokenFault == .invalid) }
                    }
                }
            }
            try await group.waitForAll()
        }
        try await one.refresh()
        #expect(one.keys.document == two.keys.document)
        #expect(try await one.list().map(\.stage) == [.signing])
    }
}
