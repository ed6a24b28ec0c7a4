import EventLoop

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
    private let address: IPAddress?

    static let localhost = Host("localhost", address: nil)
    static let twilio = Host("api.twilio.com", address: nil)
    static let vonage = Host("rest.nexmo.com", address: nil)
    static let smsc = Host("smsc.ru", address: nil)
    static let loopback = Host("127.0.0.1", address: IPAddress(ipv4: 0x7F00_0001))

    private init(_ text: String, address: IPAddress?) {
        self.text = text
        self.address = address
    }

    /// `nil` unless the text is an IP address or a host name of letters, digits and dashes.
    init?(parsing text: String) {
        // Lowering a letter outside ASCII may give one inside: the Kelvin sign becomes a k.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let lower = text.lowercased()
        if let address = IPAddress(lower) {
            self.init(lower, address: address)
        } else if Self.isName(lower) {
            self.init(lower, address: nil)
        } else {
            return nil
        }
    }

    var isAddress: Bool { address != nil }
    var isIPv6: Bool { address.map { !$0.isIPv4 } ?? false }
    /// Every address of this machine: `0.0.0.0` and `::`.
    var isUnspecified: Bool { address?.bytes.allSatisfy { $0 == 0 } ?? false }

    var reach: Reach {
        guard let address else { return nameReach }
        if address.isLoopback { return .loopback }
        return address.isPrivate ? .site : .anywhere
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
}
