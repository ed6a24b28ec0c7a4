import Synchronization

/// The keys that sign and verify now, for any number of threads. Rotation replaces them as a whole: nobody
/// ever sees the signing key of one set beside the published keys of another.
public final class SigningKeys: Sendable {
    private let current: Mutex<Snapshot>

    /// Without keys, until the first set is given: nothing is signed and nothing verified.
    public init() {
        current = Mutex(Snapshot(set: KeySet(signing: nil, published: []), number: 0))
    }

    /// Takes another set. What was remembered about tokens under the one before counts no more.
    public func replace(with set: KeySet) {
        current.withLock { $0 = Snapshot(set: set, number: $0.number + 1) }
    }

    /// The document at `/.well-known/jwks.json`.
    public var document: [UInt8] { snapshot.document }

    var snapshot: Snapshot { current.withLock { $0 } }

    /// One set of keys, with all that can be computed from it once.
    final class Snapshot: Sendable {
        let signing: SigningKey?
        let accessTokens: JWSVerifier
        let document: [UInt8]
        /// Tells one set from the next.
        let number: UInt64

        init(set: KeySet, number: UInt64) {
            signing = set.signing
            accessTokens = JWSVerifier(set.published, type: .accessToken)
            document = Array(KeySetDocument(set.published).text.utf8)
            self.number = number
        }
    }
}

/// The key that signs and those that the world is told of.
public struct KeySet: Sendable {
    public let signing: SigningKey?
    public let published: [VerificationKey]

    /// A key that signs is always published, last if it is not among them: nobody could check its tokens.
    public init(signing: SigningKey?, published: [VerificationKey]) {
        self.signing = signing
        if let signing, !published.contains(where: { $0.id == signing.id }) {
            self.published = published + [signing.publicKey]
        } else {
            self.published = published
        }
    }

    /// Whether both say the same.
    public func isSame(as other: KeySet) -> Bool {
        signing?.id == other.signing?.id && published.map(\.id) == other.published.map(\.id)
    }
}
