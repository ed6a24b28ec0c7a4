import Crypto
import Domain
import Doubles
import EventLoop
import Testing

@testable import Server

@Suite struct PooledPasswordsTests {
    let cheap: ScryptCost
    let password = Secret("correct horse battery")

    init() throws {
        cheap = try ScryptCost(logN: 4, r: 8, p: 1)
    }

    func withPasswords(
        threads: Int = 1, capacity: Int = 8, _ body: (PooledPasswords, WorkPool) async throws -> Void
    ) async throws {
        let pool = try WorkPool(threads: threads, capacity: capacity)
        defer { pool.stop() }
        try await body(
            PooledPasswords(pool: pool, cost: cheap, random: SeededRandom(seed: 9)), pool)
    }

    @Test func `the right password is right and another is wrong`() async throws {
        try await withPasswords { passwords, _ in
            let hash = try await passwords.hash(password)
            #expect(hash.reveal().hasPrefix("$scrypt$ln=4,r=8,p=1$"))
            #expect(try await passwords.check(password, against: hash) == .right(rehashed: nil))
            #expect(try await passwords.check(Secret("correct horse"), against: hash) == .wrong)
            #expect(try await passwords.check(Secret(""), against: hash) == .wrong)
        }
    }

    @Test func `a hash of another cost is made anew when the password is right, never when wrong`()
        async throws
    {
        let other = try PasswordHash.make(
            of: password, cost: ScryptCost(logN: 5, r: 8, p: 1), random: SeededRandom(seed: 1))
        let old = PasswordHashText(other.text)
        try await withPasswords { passwords, _ in
            #expect(try await passwords.check(Secret("wrong"), against: old) == .wrong)
            guard case .right(let fresh?) = try await passwords.check(password, against: old) else {
                Issue.record("it was not made anew")
                return
            }
            #expect(fresh != old)
            #expect(try await passwords.check(password, against: fresh) == .right(rehashed: nil))
        }
    }

    @Test func `an imported hash is made anew`() async throws {
        // PBKDF2 of "password" under "salt", one step.
        let imported = PasswordHashText(
            "pbkdf2_sha256$1$salt$Eg+2z/z4syxD5yJSVsT4N6hlSMkszDVICAWYfLcL4Xs=")
        try await withPasswords { passwords, _ in
            guard
                case .right(let fresh?) = try await passwords.check(Secret("password"), against: imported)
            else {
                Issue.record("it was not made anew")
                return
            }
            #expect(fresh.reveal().hasPrefix("$scrypt$"))
        }
    }

    @Test(arguments: ["", "plain", "$scrypt$ln=31,r=8,p=1$AAAA$AAAA", "$scrypt$ln=4,r=8,p=1$AAAA$"])
    func `a stored hash that cannot be read fits no password`(text: String) async throws {
        try await withPasswords { passwords, _ in
            await #expect(throws: PasswordFault.engineFailed) {
                try await passwords.check(Secret(""), against: PasswordHashText(text))
            }
        }
    }

    @Test func `a full pool is busy at once`() async throws {
        try await withPasswords(threads: 1, capacity: 0) { passwords, pool in
            let (entered, leave) = try (Semaphore(), Semaphore())
            async let occupied: Void = pool.run {
                entered.signal()
                leave.wait()
            }
            entered.wait()
            await #expect(throws: PasswordFault.busy) { try await passwords.hash(password) }
            leave.signal()
            _ = try await occupied
        }
    }

    @Test func `a pool that was stopped is busy`() async throws {
        let pool = try WorkPool(threads: 1)
        pool.stop()
        let passwords = PooledPasswords(pool: pool, cost: cheap)
        await #expect(throws: PasswordFault.busy) { try await passwords.hash(password) }
    }

    @Test func `unless told otherwise a new hash costs N = 2^15, r = 8, p = 3`() async throws {
        let pool = try WorkPool(threads: 1)
        defer { pool.stop() }
        let hash = try await PooledPasswords(pool: pool).hash(password)
        #expect(hash.reveal().hasPrefix("$scrypt$ln=15,r=8,p=3$"))
    }
}
