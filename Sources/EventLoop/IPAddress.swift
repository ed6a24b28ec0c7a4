/// An IPv4 or IPv6 address. An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`) is the IPv4 address: a socket
/// that listens for both families shows it so, and two spellings of one client must not count as two.
public struct IPAddress: Hashable, Sendable {
    /// The first and the last eight bytes; IPv4 is kept mapped.
    let high: UInt64
    let low: UInt64

    private static let mapped: UInt64 = 0xFFFF << 32

    /// The address of four bytes, the first highest.
    public init(ipv4 bits: UInt32) {
        self.init(ipv6: 0, Self.mapped | UInt64(bits))
    }

    /// The address of sixteen bytes, the first highest.
    public init(ipv6 high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
    }

    public var isIPv4: Bool {
        high == 0 && low & ~0xFFFF_FFFF == Self.mapped
    }

    /// The four or sixteen bytes, in network order.
    public var bytes: [UInt8] {
        let all = [high, low].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
        return isIPv4 ? Array(all.suffix(4)) : all
    }

    /// This machine itself: 127.0.0.0/8 or ::1.
    public var isLoopback: Bool {
        isIPv4 ? low >> 24 & 0xFF == 127 : high == 0 && low == 1
    }

    /// Never seen on the open Internet: RFC 1918, shared by a provider (RFC 6598), link-local, unique local.
    public var isPrivate: Bool {
        guard isIPv4 else { return high >> 57 == 0xFC >> 1 || high >> 54 == 0xFE80 >> 6 }
        let bits = UInt32(truncatingIfNeeded: low)
        return bits >> 24 == 10 || bits >> 20 == 0xAC1 || bits >> 16 == 0xC0A8
            || bits >> 22 == 0x6440 >> 6 || bits >> 16 == 0xA9FE
    }

    /// The network this address shares with its neighbours, of so many leading bits for its family.
    public func prefix(v4: Int, v6: Int) -> IPNetwork {
        IPNetwork(around: self, length: isIPv4 ? v4 : v6)
    }
}

extension IPAddress: CustomStringConvertible {
    /// The one spelling that RFC 5952 allows.
    public var description: String {
        guard !isIPv4 else {
            return bytes.map(String.init).joined(separator: ".")
        }
        let groups = [high, low].flatMap { word in
            stride(from: 48, through: 0, by: -16).map { UInt16(truncatingIfNeeded: word >> UInt64($0)) }
        }
        let zeros = longestZeroRun(in: groups)
        guard zeros.count > 1 else { return hex(groups[...]) }
        return hex(groups[..<zeros.lowerBound]) + "::" + hex(groups[zeros.upperBound...])
    }

    private func hex(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first of the longest runs (RFC 5952, 4.2.3).
    private func longestZeroRun(in groups: [UInt16]) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for index in groups.indices {
            guard groups[index] == 0 else {
                start = index + 1
                continue
            }
            if index + 1 - start > best.count { best = start..<index + 1 }
        }
        return best
    }
}
