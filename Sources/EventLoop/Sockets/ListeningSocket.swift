import CLinux
import Glibc

/// A TCP socket that takes connections.
public final class ListeningSocket: Sendable {
    public enum Accepted: ~Copyable {
        case connection(FileDescriptor, SocketAddress)
        /// Nobody waits.
        case none
        /// Somebody waits, but there is no descriptor or memory for them.
        case exhausted
    }

    private let socket: FileDescriptor

    public var descriptor: Int32 { socket.number }

    /// Binds `count` sockets to one address, among which the kernel spreads the connections. Port 0 takes a
    /// free port. Fails when another server listens there, even one that would share the port.
    public static func bind(_ address: SocketAddress, count: Int) throws(SystemError) -> [ListeningSocket] {
        if address.port != 0 { _ = try ListeningSocket(address, shares: false) }
        let first = try ListeningSocket(address, shares: true)
        let bound = try first.address()
        var sockets = [first]
        while sockets.count < count { sockets.append(try ListeningSocket(bound, shares: true)) }
        return sockets
    }

    private init(_ address: SocketAddress, shares: Bool) throws(SystemError) {
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let number = Glibc.socket(address.family, type, 0)
        guard number >= 0 else { throw SystemError("socket") }
        socket = FileDescriptor(owning: number)
        // After a restart, connections of the old process that linger do not stand in the way.
        try setSocketOption(number, SOL_SOCKET, SO_REUSEADDR)
        if shares { try setSocketOption(number, SOL_SOCKET, SO_REUSEPORT) }
        guard unsafe address.withKernelForm({ unsafe Glibc.bind(number, $0, $1) }) == 0 else {
            throw SystemError("bind \(address)")
        }
        guard listen(number, 4096) == 0 else { throw SystemError("listen on \(address)") }
    }

    /// What it is bound to, with the port that the kernel chose.
    public func address() throws(SystemError) -> SocketAddress {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(socket.number, $0, &length)
            }
        }
        guard result == 0, let address = SocketAddress(storage) else { throw SystemError("getsockname") }
        return address
    }

    /// Takes the next connection, ready for an event loop.
    public func accept() -> Accepted {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let number = unsafe accept4(socket.number, &storage, &length, flags)
        guard number >= 0 else {
            switch errno {
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
            default: return .none
            }
        }
        let connection = FileDescriptor(owning: number)
        guard let peer = SocketAddress(storage) else { return .none }
        // Answers are written whole: waiting for more to send would only delay them.
        try? setSocketOption(number, Int32(IPPROTO_TCP), TCP_NODELAY)
        return .connection(connection, peer)
    }
}

private func setSocketOption(_ socket: Int32, _ level: Int32, _ option: Int32) throws(SystemError) {
    var on: Int32 = 1
    guard unsafe setsockopt(socket, level, option, &on, socklen_t(MemoryLayout<Int32>.size)) == 0 else {
        throw SystemError("setsockopt")
    }
}
