import EventLoop
import Glibc

/// The C library reads an address as we do, and our spelling of it comes back.
func checkAddress(_ text: String) {
    let address = IPAddress(text)
    guard !text.utf8.contains(0) else {
        guard address == nil else { fatalError("an address with a zero byte") }
        return
    }
    guard address == addressByLibrary(text) else { fatalError("the C library reads it otherwise") }
    guard let address else { return }
    guard IPAddress(address.description) == address else { fatalError("our own spelling is another address") }
    _ = (address.isLoopback, address.isPrivate)
    guard address.prefix(v4: 24, v6: 56).contains(address) else { fatalError("a network without its member") }
}

private func addressByLibrary(_ text: String) -> IPAddress? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
        return IPAddress(ipv4: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
    }
    guard unsafe inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
    let words = [bytes.prefix(8), bytes.suffix(8)].map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    return IPAddress(ipv6: words[0], words[1])
}

func checkNetwork(_ text: String) {
    do throws(IPNetwork.ParseError) {
        let network = try IPNetwork(parsing: text)
        guard try IPNetwork(parsing: network.description) == network, network.contains(network.address) else {
            fatalError("our own spelling is another network")
        }
    } catch {
        guard case .hostBits(let meant) = error else { return }
        guard (try? IPNetwork(parsing: meant.description)) == meant else {
            fatalError("no network was meant")
        }
    }
}
