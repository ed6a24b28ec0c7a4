/// The name of one thing of a kind: 128 bits, of which 74 are random and the first 48 tell the time, so that
/// rows made together lie together in a database's index (RFC 9562, UUID version 7).
///
/// `Noun` keeps the kinds apart: what takes a session cannot be given a flow.
public struct Identifier<Noun>: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// An identifier made `now` from 10 fresh random bytes.
    public init(at now: Timestamp, random: [UInt8]) {
        precondition(random.count == 10, "an identifier takes ten random bytes")
        let first = UInt64(random[0]) << 8 | UInt64(random[1])
        let rest = random[2...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // 48 bits of milliseconds, 4 of version, 12 random; 2 of variant, 62 random.
        high = UInt64(bitPattern: now.milliseconds) << 16 | 0x7000 | first & 0x0FFF
        low = 1 << 63 | rest & (1 << 62 - 1)
    }

    public init(at now: Timestamp, from random: some RandomSource) {
        self.init(at: now, random: random.bytes(10))
    }

    /// The 16 bytes that `bytes` gave; nil for anything else. Takes an array and no other collection: stores read
    /// a handful for every request, and generic code is many times slower.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for index in 0..<8 {
            high = high << 8 | UInt64(bytes[index])
            low = low << 8 | UInt64(bytes[index + 8])
        }
        self.init(high: high, low: low)
    }

    /// Nil unless version and variant are those that we make.
    private init?(high: UInt64, low: UInt64) {
        guard high & 0xF000 == 0x7000, low >> 62 == 0b10 else { return nil }
        self.high = high
        self.low = low
    }

    public var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16)
        for index in 0..<8 {
            let shift = UInt64(56 - 8 * index)
            bytes[index] = UInt8(truncatingIfNeeded: high >> shift)
            bytes[index + 8] = UInt8(truncatingIfNeeded: low >> shift)
        }
        return bytes
    }
}

extension Identifier: Comparable {
    public static func < (left: Identifier, right: Identifier) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

/// The text is a UUID's: databases have a type for it, JSON schemas a format, and every language a parser.
extension Identifier: LosslessStringConvertible {
    /// Reads exactly what `description` writes: lower case, with the four dashes. Nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for (position, character) in text.utf8.enumerated() {
            let digit: UInt8
            switch (character, Self.isDash(position)) {
            case (UInt8(ascii: "-"), true): continue
            case (UInt8(ascii: "0")...UInt8(ascii: "9"), false): digit = character - UInt8(ascii: "0")
            case (UInt8(ascii: "a")...UInt8(ascii: "f"), false): digit = character - UInt8(ascii: "a") + 10
            default: return nil
            }
            high = high << 4 | low >> 60
            low = low << 4 | UInt64(digit)
        }
        self.init(high: high, low: low)
    }

    public var description: String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for half in [high, low] {
            for shift in stride(from: UInt64(60), through: 0, by: -4) {
                if Self.isDash(text.count) { text.append(UInt8(ascii: "-")) }
                let digit = UInt8(half >> shift & 15)
                text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isDash(_ position: Int) -> Bool {
        switch position {
        case 8, 13, 18, 23: true
        default: false
        }
    }
}

/// The kinds of things that have identifiers.
public enum Noun {
    public enum User {}
    public enum Contact {}
    public enum Flow {}
    public enum Session {}
    public enum Device {}
    public enum Pairing {}
    public enum Message {}
    public enum Event {}
    public enum ServiceKey {}
    public enum AccessToken {}
}

public typealias UserID = Identifier<Noun.User>
public typealias ContactID = Identifier<Noun.Contact>
public typealias FlowID = Identifier<Noun.Flow>
public typealias SessionID = Identifier<Noun.Session>
public typealias DeviceID = Identifier<Noun.Device>
public typealias PairingID = Identifier<Noun.Pairing>
public typealias MessageID = Identifier<Noun.Message>
public typealias EventID = Identifier<Noun.Event>
public typealias ServiceKeyID = Identifier<Noun.ServiceKey>
public typealias AccessTokenID = Identifier<Noun.AccessToken>
