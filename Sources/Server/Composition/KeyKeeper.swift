import Domain
import Synchronization
import Tokens

/// Keeps the signing keys in order: makes, announces and drops them as `KeyRotation` says, and publishes the
/// set that holds now. Any number of processes may keep the keys of one vault.
final class KeyKeeper: Sendable {
    private struct State {
        var lastReading: UInt64 = 0
        var publishedReading: UInt64 = 0
        var published: KeySet?
        var opened: [KeyID: SigningKey] = [:]
        var nextStart: Timestamp?
    }

    /// What was read of the vault at one moment.
    private struct Reading {
        let number: UInt64
        let keys: [SealedKeys.StoredSigningKey]
        let plan: KeyPlan
    }

    /// What signs and verifies. It changes as a whole; without a first `refresh` it is empty.
    let keys = SigningKeys()

    private let sealed: SealedKeys
    private let rotation: KeyRotation
    private let time: any TimeSource
    private let state = Mutex(State())

    init(_ sealed: SealedKeys, rotation: KeyRotation, time: any TimeSource) {
        self.sealed = sealed
        self.rotation = rotation
        self.time = time
    }

    /// Does what is due and publishes the keys. For the start, for the timer, and for whoever learns that
    /// another process wrote to the database. Calls may overlap; an older reading never replaces a newer one.
    ///
    /// Fails with `.sealed` when a key does not open; the others are published all the same, for a key that was
    /// dropped elsewhere must stop to count here. After any other failure the keys stay as they were.
    func refresh() async throws(KeyKeeperError) {
        var reading = try await read()
        if let start = reading.plan.make {
            try await sealed.addSigningKey(from: start)
            // Another process may have done the same: all plan over all keys, and so agree.
            reading = try await read()
        }
        for id in reading.plan.drop { try await sealed.removeSigningKey(id) }
        try await publish(reading)
    }

    /// Refreshes once an hour, and when a key begins to sign, until `wait` throws because its task ends. After
    /// a failure, which goes to `report`, it tries again in a minute.
    func keep(
        waiting wait: (Duration) async throws -> Void, report: (KeyKeeperError) -> Void
    ) async {
        var delay = untilNextLook
        while true {
            do {
                try await wait(delay)
            } catch {
                return
            }
            do {
                try await refresh()
                delay = untilNextLook
            } catch {
                report(error)
                delay = .minutes(1)
            }
        }
    }

    // MARK: Commands

    /// What a key does now.
    struct Status: Hashable {
        enum Stage: String {
            case announced, signing, ended
        }

        let id: KeyID
        let since: Timestamp
        let stage: Stage
    }

    /// The keys of the vault, oldest first.
    func list() async throws(KeyKeeperError) -> [Status] {
        let reading = try await read()
        let records = reading.keys.map(\.plan).sorted {
            ($0.signsFrom, $0.id.description) < ($1.signsFrom, $1.id.description)
        }
        let signing = records.firstIndex { $0.id == reading.plan.signing }
        return records.enumerated().map { index, record in
            let stage: Status.Stage =
                index == signing ? .signing : index < signing ?? 0 ? .ended : .announced
            return Status(id: record.id, since: record.signsFrom, stage: stage)
        }
    }

    /// `keys rotate`: the next key is announced now and signs in a day. Nothing breaks.
    func announce() async throws(KeyKeeperError) {
        let stored = try await sealed.signingKeys()
        let plan = rotation.planAnnouncing(stored.map(\.plan), at: time.now())
        if let start = plan.make { try await sealed.addSigningKey(from: start) }
        try await refresh()
    }

    /// `keys rotate --now`: a fresh key signs at once and all others are dropped, also those that no secret
    /// opens. Every access token made so far ends; applications that cached the key set refuse new tokens until
    /// they fetch it again.
    func replaceAll() async throws(KeyKeeperError) {
        let stored = try await sealed.signingKeys()
        let plan = rotation.planReplacingAll(stored.map(\.plan), at: time.now())
        // First, so that there is a key to sign with at every moment.
        if let start = plan.make { try await sealed.addSigningKey(from: start) }
        for id in plan.drop { try await sealed.removeSigningKey(id) }
        try await refresh()
    }

    // MARK: Parts

    private var untilNextLook: Duration {
        guard let next = state.withLock({ $0.nextStart }) else { return .hours(1) }
        return max(.seconds(1), min(.hours(1), next.since(time.now())))
    }

    private func read() async throws(KeyKeeperError) -> Reading {
        // Before reading: whatever was written until here, this reading sees.
        let number = state.withLock { state in
            state.lastReading += 1
            return state.lastReading
        }
        let keys = try await sealed.signingKeys()
        return Reading(number: number, keys: keys, plan: rotation.plan(for: keys.map(\.plan), at: time.now()))
    }

    private func publish(_ reading: Reading) async throws(KeyKeeperError) {
        var opened: [KeyID: SigningKey] = [:]
        var failure: KeyKeeperError?
        for key in reading.keys where reading.plan.published.contains(key.id) {
            do throws(KeyKeeperError) {
                opened[key.id] = try await open(key)
            } catch .sealed(let kind, let name) {
                failure = .sealed(kind, name: name)
            }
        }
        let set = KeySet(
            signing: reading.plan.signing.flatMap { opened[$0] },
            published: reading.plan.published.compactMap { opened[$0]?.publicKey })
        let now = time.now()
        let nextStart = reading.keys.map(\.plan.signsFrom).filter { $0 > now }.min()
        state.withLock { [opened] state in
            guard reading.number > state.publishedReading else { return }
            state.publishedReading = reading.number
            state.opened = opened
            state.nextStart = nextStart
            // The same keys again must not make the signer forget the tokens that it knows.
            if let published = state.published, published.isSame(as: set) { return }
            state.published = set
            keys.replace(with: set)
        }
        if let failure { throw failure }
    }

    private func open(_ key: SealedKeys.StoredSigningKey) async throws(KeyKeeperError) -> SigningKey {
        if let known = state.withLock({ $0.opened[key.id] }) { return known }
        return try await sealed.open(key)
    }
}
