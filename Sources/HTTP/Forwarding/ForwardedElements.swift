import EventLoop

/// Reads the elements of Forwarded (RFC 7239) from the last to the first, and ends at one that is malformed or
/// that hides its address (`unknown`, `_name`).
///
/// It cuts from the right too, quotes included: read from the left, a quote that the client opened would
/// swallow what the proxy wrote behind it.
struct ForwardedElements {
    struct Hop: Equatable {
        var address: IPAddress
        /// Nil where the element does not say.
        var isSecure: Bool?
    }

    private var values: [[UInt8]]

    init(_ values: [String]) {
        self.values = values.map { Array($0.utf8) }
    }

    mutating func next() -> Hop? {
        guard var value = values.popLast() else { return nil }
        let start = lastCut(of: value, at: UInt8(ascii: ","))
        let element = value[start...]
        if start > 0 {
            value.removeSubrange((start - 1)...)
            values.append(value)
        }
        guard let hop = hop(in: Array(element)) else {
            values = []
            return nil
        }
        return hop
    }

    /// Where the text behind the last `separator` outside quotes begins.
    private func lastCut(of text: [UInt8], at separator: UInt8) -> Int {
        var isQuoted = false
        for index in text.indices.reversed() {
            if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if text[index] == separator, !isQuoted { return index + 1 }
        }
        return 0
    }

    private func hop(in element: [UInt8]) -> Hop? {
        var rest = element
        var address: IPAddress?
        var scheme: String?
        var names: Set<String> = []
        while true {
            let start = lastCut(of: rest, at: UInt8(ascii: ";"))
            guard let (name, value) = pair(in: rest[start...]), names.insert(name).inserted else {
                return nil
            }
            if name == "for" {
                address = IPAddress(node: value)
                guard address != nil else { return nil }
            }
            if name == "proto" { scheme = value.lowercased() }
            guard start > 0 else { break }
            rest.removeSubrange((start - 1)...)
        }
        return address.map { Hop(address: $0, isSecure: scheme.map { $0 == "https" }) }
    }

    /// `token=token` or `token="text"`; no escape, since no address or scheme needs one.
    private func pair(in text: ArraySlice<UInt8>) -> (name: String, value: String)? {
        let range = text.span.trimmingWhiteSpace(0..<text.count)
        let pair = Array(text)[range]
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), equals > pair.startIndex else {
            return nil
        }
        let name = pair[..<equals]
        var value = pair[(equals + 1)...]
        if value.first == UInt8(ascii: "\"") {
            guard value.count >= 2, value.last == UInt8(ascii: "\"") else { return nil }
            value = value.dropFirst().dropLast()
            guard !value.contains(UInt8(ascii: "\"")), !value.contains(UInt8(ascii: "\\")) else { return nil }
        } else {
            guard !value.isEmpty, value.allSatisfy(ByteSet.token.contains) else { return nil }
        }
        guard name.allSatisfy(ByteSet.token.contains) else { return nil }
        return (String(decoding: name, as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
    }
}

extension IPAddress {
    /// The node of RFC 7239, 6: as in X-Forwarded-For, but IPv6 always in brackets.
    fileprivate init?(node text: String) {
        guard text.hasPrefix("[") || text.utf8.count(where: { $0 == UInt8(ascii: ":") }) < 2 else {
            return nil
        }
        self.init(hop: text[...])
    }
}
