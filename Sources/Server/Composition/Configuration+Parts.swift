import EventLoop
import HTTP

extension ListenAddress {
    /// `localhost` means the IPv4 loopback address, which every browser tries.
    var socketAddress: SocketAddress {
        SocketAddress(IPAddress(host.text) ?? IPAddress(ipv4: 0x7F00_0001), port: port)
    }
}
