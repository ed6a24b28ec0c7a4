public import Domain

/// Derives without any cryptography: what it hands out can be read, and forged, by a test.
public struct ToySecrets: SecretDeriver {
    public init() {}

    public func code(of flow: FlowID, generation: UInt32, shape: CodeShape) -> LoginCode {
        var seed = UInt64(generation) &* 31 &+ UInt64(shape.length)
        for byte in flow.bytes { seed = seed &* 0x0000_0100_0000_01B3 ^ UInt64(byte) }
        return LoginCode(shape) { block in
            var generator = SeededGenerator(seed: seed &+ UInt64(block))
            return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
    }

    public func flowKey(of flow: FlowID, number: UInt32) -> Secret<String> {
        Secret("flow/\(flow)/\(number)")
    }

    public func readFlowKey(_ text: String) -> (id: FlowID, number: UInt32)? { read(text, "flow") }

    public func refreshToken(of session: SessionID, generation: UInt32) -> Secret<String> {
        Secret("refresh/\(session)/\(generation)")
    }

    public func readRefreshToken(_ text: String) -> (id: SessionID, number: UInt32)? { read(text, "refresh") }

    public func deviceToken(of device: DeviceID, number: UInt32) -> Secret<String> {
        Secret("device/\(device)/\(number)")
    }

    public func readDeviceToken(_ text: String) -> (id: DeviceID, number: UInt32)? { read(text, "device") }

    public func slot(of contact: Contact) -> LedgerSlot {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in contact.canonical.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return LedgerSlot(hash: hash)
    }

    private func read<Noun>(_ text: String, _ kind: String) -> (id: Identifier<Noun>, number: UInt32)? {
        let parts = text.split(separator: "/")
        guard parts.count == 3, parts[0] == kind, let id = Identifier<Noun>(String(parts[1])),
            let number = UInt32(parts[2])
        else { return nil }
        return (id, number)
    }
}
