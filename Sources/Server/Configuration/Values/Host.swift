import Glibc

/// A host in an address or a URL: a name in ASCII, or an IP address.
struct Host: Hashable, Sendable, CustomStringConvertible {
    enum Reach: Comparable, Sendable {
        /// This machine.
        case loopback
        /// A network of one's own: private addresses and names that no public name server knows.
        case site
        case anywhere
    }

    /// Lower case, an IPv6 address without brackets.
    let text: String
    private let address: [UInt8]?

    static let localhost = Host("localhost", address: nil)
    static let twilio = Host("api.twilio.com", address: nil)
    static let vonage = Host("rest.nexmo.com", address: nil)
    static let smsc = Host("smsc.ru", address: nil)
    static let loopback = Host("127.0.0.1", address: [127, 0, 0, 1])

    private init(_ text: String, address: [UInt8]?) {
        self.text = text
        self.address = address
    }

    /// `nil` unless the text is an IP address or a host name of letters, digits and dashes.
    init?(parsing text: String) {
        // Lowering a letter outside ASCII may give one inside: the Kelvin sign becomes a k.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let lower = text.lowercased()
        if let address = Self.addressBytes(lower) {
            self.init(lower, address: address)
        } else if Self.isName(lower) {
            self.init(lower, address: nil)
        } else {
            return nil
        }
    }

    var isAddress: Bool { address != nil }
    var isIPv6: Bool { address?.count == 16 }
    /// Every address of this machine: `0.0.0.0` and `::`.
    var isUnspecified: Bool { address?.allSatisfy { $0 == 0 } ?? false }

    var reach: Reach {
        guard let address else { return nameReach }
        // Networks set aside for the inside of a site: RFC 1918, 3927, 4193, 4291 and 6598.
        return switch (address.count, address[0], address[1]) {
        case (4, 127, _): .loopback
        case (4, 10, _), (4, 192, 168), (4, 169, 254), (4, 172, 16...31), (4, 100, 64...127): .site
        case (16, 0, 0) where address.dropLast().allSatisfy { $0 == 0 } && address[15] == 1: .loopback
        case (16, 0xFC...0xFD, _), (16, 0xFE, 0x80...0xBF): .site
        default: .anywhere
        }
    }

    private var nameReach: Reach {
        // RFC 6761, 6762, 8375 and ICANN's `internal`; a single label never leaves the site either.
        if text == "localhost" || text.hasSuffix(".localhost") { return .loopback }
        let inside = [".local", ".lan", ".home.arpa", ".internal", ".test"]
        return !text.contains(".") || inside.contains(where: text.hasSuffix) ? .site : .anywhere
    }

    /// With brackets around an IPv6 address, as it stands before a port.
    var description: String { isIPv6 ? "[\(text)]" : text }

    private static func isName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        // A last label of digits would be an address that was written wrong.
        guard text.utf8.count <= 253, let last = labels.last, !last.allSatisfy(\.isNumber) else {
            return false
        }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (0x30...0x39).contains($0)
                        || $0 == UInt8(ascii: "-")
                }
        }
    }

    /// The 4 or 16 bytes of an IP address, `nil` when the text is none.
    static func addressBytes(_ text: String) -> [UInt8]? {
        // C would stop reading at a NUL.
        guard !text.utf8.contains(0) else { return nil }
        var four = in_addr()
        if unsafe inet_pton(AF_INET, text, &four) == 1 {
            return unsafe withUnsafeBytes(of: &four) { unsafe Array($0) }
        }
        var sixteen = in6_addr()
        if unsafe inet_pton(AF_INET6, text, &sixteen) == 1 {
            return unsafe withUnsafeBytes(of: &sixteen) { unsafe Array($0) }
        }
        return nil
    }
}
