/// A range of addresses that begin with the same bits, as `192.0.2.0/24`.
public struct IPNetwork: Hashable, Sendable {
    public enum ParseError: Error, Hashable, Sendable {
        case notAnAddress
        /// The length is no number, or more than the address has bits.
        case wrongLength
        /// The address goes on behind its length; `meant` is the network that it lies in.
        case hostBits(meant: IPNetwork)
    }

    /// The lowest address.
    public let address: IPAddress
    /// Leading bits that count, of 32 or 128.
    public let length: Int

    /// The network of `length` bits that holds `address`; a length beyond the address's own means it alone.
    init(around address: IPAddress, length: Int) {
        let bits = address.isIPv4 ? 32 : 128
        self.length = min(max(length, 0), bits)
        let (high, low) = Self.mask(128 - bits + self.length)
        self.address = IPAddress(ipv6: address.high & high, address.low & low)
    }

    /// Reads `address/length`, or an address alone.
    ///
    /// Host bits are refused and not dropped: who wrote `10.0.0.5/8` meant one of two very different things.
    public init(parsing text: String) throws(ParseError) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else { throw .notAnAddress }
        let bits = address.isIPv4 ? 32 : 128
        guard parts.count == 2 else {
            self.init(around: address, length: bits)
            return
        }
        // A mapped address counts its bits as IPv6 does.
        let mapped = address.isIPv4 && first.utf8.contains(UInt8(ascii: ":")) ? 96 : 0
        guard let written = Self.length(String(parts[1])), (0...bits).contains(written - mapped) else {
            throw .wrongLength
        }
        self.init(around: address, length: written - mapped)
        guard self.address == address else { throw .hostBits(meant: self) }
    }

    /// Whether `address` is of this family and begins with these bits.
    public func contains(_ address: IPAddress) -> Bool {
        guard address.isIPv4 == self.address.isIPv4 else { return false }
        let (high, low) = Self.mask(address.isIPv4 ? 96 + length : length)
        return address.high & high == self.address.high && address.low & low == self.address.low
    }

    private static func mask(_ length: Int) -> (high: UInt64, low: UInt64) {
        // A shift by 64 or more leaves zero.
        (~(UInt64.max >> UInt64(length)), length > 64 ? ~(UInt64.max >> UInt64(length - 64)) : 0)
    }

    private static func length(_ digits: String) -> Int? {
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits == "0" || !digits.hasPrefix("0")
        else { return nil }
        return Int(digits)
    }
}

extension IPNetwork: CustomStringConvertible {
    public var description: String { "\(address)/\(length)" }
}
