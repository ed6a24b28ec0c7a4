import Crypto
import Domain
import Synchronization

/// Tokens whose signature was found right, by their digest. It never says that a session lives.
///
/// Bounded: each stripe keeps two generations, and when the younger is full the older is forgotten. What is
/// asked for again moves to the younger, so that busy tokens stay. Threads meet only in a stripe.
final class VerifiedTokens: Sendable {
    /// What names a token here: its SHA-256, so that memory holds no token that could be used.
    struct Name: Hashable, Sendable {
        /// Ours have about 700 bytes; remembering long ones would let few callers fill the memory.
        static let longest = 2048

        private let words: [4 of UInt64]

        /// Nil for what is not remembered.
        init?(_ token: String) {
            guard token.utf8.count <= Self.longest, let digest = try? Digest.sha256(of: Array(token.utf8))
            else { return nil }
            words = .init { index in
                digest.bytes[index * 8..<index * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            }
        }

        var stripe: Int { Int(words[0] % UInt64(VerifiedTokens.stripeCount)) }

        static func == (left: Name, right: Name) -> Bool {
            (0..<4).allSatisfy { left.words[$0] == right.words[$0] }
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(words[1])
        }
    }

    private struct Entry {
        let grant: AccessGrant
        /// The key set that found the signature right.
        let keys: UInt64
    }

    private struct Generations {
        var younger: [Name: Entry] = [:]
        var older: [Name: Entry] = [:]

        mutating func add(_ entry: Entry, of name: Name, limit: Int) {
            if younger.count >= limit {
                older = younger
                younger = [:]
            }
            younger[name] = entry
        }
    }

    static let stripeCount = 16

    private let limit: Int
    private let stripes: [Stripe]

    init(capacity: Int) {
        limit = max(1, capacity / Self.stripeCount / 2)
        stripes = (0..<Self.stripeCount).map { _ in Stripe() }
    }

    /// What a token grants, if these keys found it right and it has not expired.
    func grant(of name: Name, under keys: UInt64, at now: Timestamp) -> AccessGrant? {
        stripes[name.stripe].state.withLock { state in
            let isYoung = state.younger[name] != nil
            guard let entry = state.younger[name] ?? state.older[name] else { return nil }
            guard entry.keys == keys, now < entry.grant.expiresAt else {
                state.younger[name] = nil
                state.older[name] = nil
                return nil
            }
            if !isYoung { state.add(entry, of: name, limit: limit) }
            return entry.grant
        }
    }

    func remember(_ grant: AccessGrant, of name: Name, under keys: UInt64) {
        stripes[name.stripe].state.withLock { state in
            state.add(Entry(grant: grant, keys: keys), of: name, limit: limit)
        }
    }

    /// How many are remembered.
    var count: Int {
        stripes.reduce(0) { sum, stripe in
            sum + stripe.state.withLock { $0.younger.count + $0.older.count }
        }
    }

    private final class Stripe: Sendable {
        let state = Mutex(Generations())
    }
}
