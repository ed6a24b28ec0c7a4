/// What a code is made of. Guessing a longer one is harder; which one a flow gets, the guess ledger decides.
public enum CodeShape: Hashable, Sendable, CaseIterable {
    case digits4
    case digits6
    case digits8
    /// 60 bits in Crockford's base32, which leaves out I, L, O and U.
    case base32

    public enum Alphabet: String, Sendable {
        case digits
        case base32
    }

    public var length: Int {
        switch self {
        case .digits4: 4
        case .digits6: 6
        case .digits8: 8
        case .base32: 12
        }
    }

    public var alphabet: Alphabet {
        switch self {
        case .digits4, .digits6, .digits8: .digits
        case .base32: .base32
        }
    }
}

/// A code, sent or typed. It is compared in constant time and never printed.
public struct LoginCode: Sendable {
    public let shape: CodeShape
    private let symbols: [UInt8]

    /// The code that `blocks` of random bytes stand for, one symbol a byte. A byte that would make some symbols
    /// likelier than others is passed over; when a block is used up the next one is asked for by its number.
    public init(_ shape: CodeShape, from blocks: (UInt32) -> [UInt8]) {
        let alphabet = Self.symbols(of: shape.alphabet)
        // The largest multiple of the alphabet's size that a byte can be below: 250 of 10, 256 of 32.
        let bound = 256 / alphabet.count * alphabet.count
        var symbols: [UInt8] = []
        symbols.reserveCapacity(shape.length)
        var number: UInt32 = 0
        while true {
            for byte in blocks(number) where Int(byte) < bound {
                symbols.append(alphabet[Int(byte) % alphabet.count])
                if symbols.count == shape.length {
                    self.shape = shape
                    self.symbols = symbols
                    return
                }
            }
            number += 1
        }
    }

    /// What somebody typed, when it can be a code of this shape: spaces and dashes are passed over, and in
    /// base32 case does not matter, O is 0, I and L are 1. Nil for anything else, which costs no try.
    public init?(typed text: String, shape: CodeShape) {
        guard text.utf8.count <= 128 else { return nil }
        var symbols: [UInt8] = []
        for character in text.unicodeScalars where !Self.isSeparator(character) {
            guard let symbol = Self.symbol(for: character, in: shape.alphabet) else { return nil }
            symbols.append(symbol)
        }
        guard symbols.count == shape.length else { return nil }
        self.shape = shape
        self.symbols = symbols
    }

    /// The code as it is sent, without separators.
    public func reveal() -> String {
        String(decoding: symbols, as: UTF8.self)
    }

    private static let digits = Array("0123456789".utf8)
    private static let base32 = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private static func symbols(of alphabet: CodeShape.Alphabet) -> [UInt8] {
        switch alphabet {
        case .digits: digits
        case .base32: base32
        }
    }

    private static func symbol(for character: Unicode.Scalar, in alphabet: CodeShape.Alphabet) -> UInt8? {
        guard character.isASCII else { return nil }
        let typed = UInt8(truncatingIfNeeded: character.value)
        switch alphabet {
        case .digits:
            return symbols(of: alphabet).contains(typed) ? typed : nil
        case .base32:
            let isLower = UInt8(ascii: "a")...UInt8(ascii: "z") ~= typed
            switch isLower ? typed & 0xDF : typed {
            case UInt8(ascii: "O"): return UInt8(ascii: "0")
            case UInt8(ascii: "I"), UInt8(ascii: "L"): return UInt8(ascii: "1")
            case let upper: return symbols(of: alphabet).contains(upper) ? upper : nil
            }
        }
    }

    /// Spaces and dashes, also those that a phone's keyboard or a mail program puts in their place.
    private static func isSeparator(_ character: Unicode.Scalar) -> Bool {
        switch character {
        case " ", "-", "\u{00A0}", "\u{202F}", "\u{2010}"..."\u{2014}": true
        default: false
        }
    }
}

extension LoginCode: Equatable {
    public static func == (left: LoginCode, right: LoginCode) -> Bool {
        guard left.shape == right.shape else { return false }
        // Codes of one shape have one length; every symbol is looked at whatever the first ones said.
        var difference: UInt8 = 0
        for index in left.symbols.indices {
            difference |= left.symbols[index] ^ right.symbols[index]
        }
        return difference == 0
    }
}

extension LoginCode: CustomStringConvertible, CustomReflectable {
    public var description: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(reflecting: "<redacted>") }
}
