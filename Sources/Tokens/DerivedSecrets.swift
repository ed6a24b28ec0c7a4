public import Crypto
public import Domain

/// The secrets that are handed out and stored nowhere, derived from the server secret; and the ledger's slots,
/// from the key that is stored (`docs/decisions/0010-ledger-key.md`).
public struct DerivedSecrets: SecretDeriver {
    private let codes: LoginCodes
    private let flowKeys: ReferenceTokens<Noun.Flow>
    private let refreshTokens: ReferenceTokens<Noun.Session>
    private let deviceTokens: ReferenceTokens<Noun.Device>
    private let slots: HMACKey

    public init(secret: ServerSecret, ledgerKey: Secret<[UInt8]>) throws(CryptoError) {
        // A shorter key would be a mistake of ours, and would let outsiders choose their neighbours.
        guard ledgerKey.reveal().count == Digest.length else { throw .invalidKey }
        codes = try LoginCodes(under: secret)
        flowKeys = try .flowKeys(under: secret)
        refreshTokens = try .refresh(under: secret)
        deviceTokens = try .devices(under: secret)
        slots = try HMACKey(ledgerKey.reveal())
    }

    public func code(of flow: FlowID, generation: UInt32, shape: CodeShape) -> LoginCode {
        codes.code(of: flow, generation: generation, shape: shape)
    }

    public func flowKey(of flow: FlowID, number: UInt32) -> Secret<String> {
        flowKeys.token(for: Reference(id: flow, number: number))
    }

    public func readFlowKey(_ text: String) -> (id: FlowID, number: UInt32)? {
        Self.read(text, with: flowKeys)
    }

    public func refreshToken(of session: SessionID, generation: UInt32) -> Secret<String> {
        refreshTokens.token(for: Reference(id: session, number: generation))
    }

    public func readRefreshToken(_ text: String) -> (id: SessionID, number: UInt32)? {
        Self.read(text, with: refreshTokens)
    }

    public func deviceToken(of device: DeviceID, number: UInt32) -> Secret<String> {
        deviceTokens.token(for: Reference(id: device, number: number))
    }

    public func readDeviceToken(_ text: String) -> (id: DeviceID, number: UInt32)? {
        Self.read(text, with: deviceTokens)
    }

    public func slot(of contact: Contact) -> LedgerSlot {
        let hash = slots.authenticate(Array(contact.canonical.utf8))
        return LedgerSlot(hash: hash.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    private static func read<Noun>(
        _ text: String, with tokens: ReferenceTokens<Noun>
    ) -> (id: Identifier<Noun>, number: UInt32)? {
        guard let reference = try? tokens.read(text) else { return nil }
        return (reference.id, reference.number)
    }
}
