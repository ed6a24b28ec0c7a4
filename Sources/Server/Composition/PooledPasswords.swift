import Crypto
import Domain
import EventLoop

/// Passwords, hashed with scrypt on the pool for slow work.
struct PooledPasswords: PasswordHasher {
    private let pool: WorkPool
    private let cost: ScryptCost
    private let random: any RandomSource

    /// - Parameter cost: of new hashes; older ones are made anew when their password is right.
    init(
        pool: WorkPool, cost: ScryptCost = .standard, random: any RandomSource = SystemRandom()
    ) {
        self.pool = pool
        self.cost = cost
        self.random = random
    }

    func hash(_ password: Secret<String>) async throws(PasswordFault) -> PasswordHashText {
        let (cost, random) = (cost, random)
        return try await onPool { () throws(CryptoError) in
            PasswordHashText(try Self.make(password, cost, random))
        }
    }

    /// A hash that cannot be read fails with `.engineFailed`: what is stored is damaged, and no password fits.
    func check(
        _ password: Secret<String>, against hash: PasswordHashText
    ) async throws(PasswordFault) -> PasswordVerdict {
        let (cost, random) = (cost, random)
        return try await onPool { () throws(CryptoError) in
            let stored = try PasswordHash(parsing: hash.reveal())
            guard try stored.accepts(password) else { return .wrong }
            guard stored.needsRehash(for: cost) else { return .right(rehashed: nil) }
            // The password was right: that a better hash cannot be made now changes nothing.
            return .right(rehashed: (try? Self.make(password, cost, random)).map(PasswordHashText.init))
        }
    }

    private static func make(
        _ password: Secret<String>, _ cost: ScryptCost, _ random: any RandomSource
    ) throws(CryptoError) -> String {
        try PasswordHash.make(of: password, cost: cost, random: random).text
    }

    private func onPool<Answer: Sendable>(
        _ work: @escaping @Sendable () throws(CryptoError) -> Answer
    ) async throws(PasswordFault) -> Answer {
        let result: Result<Answer, CryptoError>
        do {
            result = try await pool.run { Result(catching: work) }
        } catch {
            switch error {
            // Nothing was looked at in either case; asking again may help.
            case .busy, .cancelled, .stopped: throw .busy
            }
        }
        guard case .success(let answer) = result else { throw .engineFailed }
        return answer
    }
}
