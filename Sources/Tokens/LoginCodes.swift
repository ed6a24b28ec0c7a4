public import Crypto
public import Domain

/// Derives the codes of flows. No code is stored anywhere.
///
/// Only the newest server secret counts: were older ones accepted too, two codes would fit one flow and a guess
/// would be worth twice as much. Rotating the secret ends the codes that are under way; a resend mends that.
public struct LoginCodes: Sendable {
    private let keys: KeyRing

    public init(under secret: ServerSecret) throws(CryptoError) {
        keys = try secret.keyRing(for: .loginCode)
    }

    /// The code of one generation of a flow; the same each time.
    public func code(of flow: FlowID, generation: UInt32, shape: CodeShape) -> LoginCode {
        // The shape is covered too: the first half of a longer code must not be the shorter one.
        let seed =
            flow.bytes + bigEndianBytes(of: generation) + [UInt8(shape.length), number(of: shape.alphabet)]
        return LoginCode(shape) { block in
            keys.authenticate(seed + bigEndianBytes(of: block)).bytes
        }
    }

    private func number(of alphabet: CodeShape.Alphabet) -> UInt8 {
        switch alphabet {
        case .digits: 1
        case .base32: 2
        }
    }
}
