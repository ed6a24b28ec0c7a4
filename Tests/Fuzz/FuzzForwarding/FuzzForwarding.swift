import EventLoop
import HTTP

/// Lines: the peer, the trusted networks, then values of fields: `f` before one of Forwarded, `x` of
/// X-Forwarded-For, `p` of X-Forwarded-Proto. Each line and each word is also read as an address and a network.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = unsafe String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in lines {
        checkAddress(line)
        for word in line.split(separator: " ") { checkNetwork(String(word)) }
    }
    guard lines.count > 2, let peer = IPAddress(lines[0]) else { return 0 }
    let trusted = lines[1].split(separator: " ").compactMap { try? IPNetwork(parsing: String($0)) }
    var fields = Forwarding.Fields()
    for line in lines.dropFirst(2) {
        let value = String(line.dropFirst())
        switch line.first {
        case "f": fields.forwarded.append(value)
        case "x": fields.xForwardedFor.append(value)
        case "p": fields.xForwardedProto.append(value)
        default: break
        }
    }
    check(Forwarding(trusted: trusted), peer, fields)
    return 0
}

private func check(_ forwarding: Forwarding, _ peer: IPAddress, _ fields: Forwarding.Fields) {
    let client = forwarding.client(behind: peer, isSecure: false, fields: fields)
    guard forwarding.trusts(peer) || client == Forwarding.Client(address: peer, isSecure: false) else {
        fatalError("a peer that is not trusted was believed")
    }
    // Left of the last word of a trusted proxy stands only what the client says of itself.
    guard !forwarding.trusts(client.address) else { return }
    var claims = fields
    if let first = claims.xForwardedFor.first { claims.xForwardedFor[0] = "198.51.100.7, " + first }
    // The quote that it leaves open must not swallow what the proxies wrote.
    if let first = claims.forwarded.first { claims.forwarded[0] = "for=\"198.51.100.7;proto=https, " + first }
    guard forwarding.client(behind: peer, isSecure: false, fields: claims) == client else {
        fatalError("a claim of the client was believed")
    }
}
