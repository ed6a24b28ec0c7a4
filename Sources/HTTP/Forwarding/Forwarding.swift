public import EventLoop

/// Finds the client behind the proxies that this server was told of.
///
/// Each proxy writes on the right what it saw; everything left of the last trusted proxy's word is the
/// client's own claim. So the lists are read from the right, and only while the hop that spoke is trusted.
/// Where an entry is malformed, hidden or missing, the last hop that was understood counts as the client.
public struct Forwarding: Sendable {
    public struct Client: Hashable, Sendable {
        public var address: IPAddress
        /// Whether the client's connection is encrypted, by the word of the farthest trusted hop that says so.
        public var isSecure: Bool

        public init(address: IPAddress, isSecure: Bool) {
            self.address = address
            self.isSecure = isSecure
        }
    }

    /// The values of one request's fields, in the order they came.
    public struct Fields: Sendable {
        public var forwarded: [String]
        public var xForwardedFor: [String]
        public var xForwardedProto: [String]

        public init(forwarded: [String] = [], xForwardedFor: [String] = [], xForwardedProto: [String] = []) {
            self.forwarded = forwarded
            self.xForwardedFor = xForwardedFor
            self.xForwardedProto = xForwardedProto
        }

        public var isEmpty: Bool { forwarded.isEmpty && xForwardedFor.isEmpty && xForwardedProto.isEmpty }
    }

    public let trusted: [IPNetwork]

    public init(trusted: [IPNetwork]) {
        self.trusted = trusted
    }

    public func trusts(_ address: IPAddress) -> Bool {
        trusted.contains { $0.contains(address) }
    }

    /// The client of a request that came from `peer` over a connection that is `isSecure`.
    ///
    /// With both kinds of list X-Forwarded-For counts alone: proxies append to it and pass Forwarded on as the
    /// client sent it. A proxy that writes Forwarded must therefore remove X-Forwarded-For.
    public func client(behind peer: IPAddress, isSecure: Bool, fields: Fields) -> Client {
        let direct = Client(address: peer, isSecure: isSecure)
        guard trusts(peer), !fields.isEmpty else { return direct }
        return fields.xForwardedFor.isEmpty && !fields.forwarded.isEmpty
            ? client(behind: direct, forwarded: fields.forwarded)
            : client(behind: direct, addresses: fields.xForwardedFor, schemes: fields.xForwardedProto)
    }

    private func client(behind direct: Client, forwarded: [String]) -> Client {
        var client = direct
        var elements = ForwardedElements(forwarded)
        while trusts(client.address), let hop = elements.next() {
            client.address = hop.address
            client.isSecure = hop.isSecure ?? client.isSecure
        }
        return client
    }

    private func client(behind direct: Client, addresses: [String], schemes: [String]) -> Client {
        var client = direct
        var hops = 0
        for entry in list(addresses).reversed() where trusts(client.address) {
            guard let address = IPAddress(hop: entry) else { break }
            client.address = address
            hops += 1
        }
        // Proxies either append to both lists or set one scheme for all.
        let said = list(schemes)
        if let scheme = said.dropLast(min(max(hops - 1, 0), max(said.count - 1, 0))).last {
            client.isSecure = scheme.lowercased() == "https"
        }
        return client
    }

    private func list(_ values: [String]) -> [Substring] {
        values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map(\.trimmingSpaces)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var rest = self
        while let first = rest.utf8.first, first == .space || first == .tab { rest = rest.dropFirst() }
        while let last = rest.utf8.last, last == .space || last == .tab { rest = rest.dropLast() }
        return rest
    }
}

extension IPAddress {
    /// An address as proxies write it: with a port or without, IPv6 in brackets or, without a port, bare.
    init?(hop text: Substring) {
        let bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")),
                isPortSuffix(bytes[(bracket + 1)...])
            else { return nil }
            self.init(parsingIPv6: bytes.span.extracting(1..<bracket))
            return
        }
        let colons = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }
        let end = colons.count == 1 ? colons[0] : bytes.count
        guard isPortSuffix(bytes[end...]) else { return nil }
        self.init(parsing: bytes.span.extracting(0..<end))
    }
}

private func isPortSuffix(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    return first == UInt8(ascii: ":") && (2...6).contains(bytes.count)
        && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
}
