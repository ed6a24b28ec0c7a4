import EventLoop
import Glibc

/// The bytes of a connection, in the clear or through TLS.
final class Transport {
    enum Transfer: Equatable {
        case bytes(Int)
        case wouldBlock
        /// The other side sends no more.
        case closed
        case failed
    }

    enum Handshake {
        case done
        case wouldBlock
        case failed
    }

    private var socket: FileDescriptor?
    private let tls: TLSSession?
    /// Once closed, the number may be another connection's: nothing is done with it any more.
    private var isOpen = true
    let descriptor: Int32

    init(_ socket: consuming FileDescriptor, tls: TLSSession?) {
        descriptor = socket.number
        self.socket = consume socket
        self.tls = tls
    }

    var isSecure: Bool { tls != nil }

    func handshake() -> Handshake {
        guard isOpen else { return .failed }
        return tls?.handshake() ?? .done
    }

    func read(into buffer: ReceiveBuffer) -> Transfer {
        guard isOpen else { return .failed }
        return unsafe buffer.withBytes { bytes in
            if let tls { return unsafe tls.read(into: bytes) }
            let count = unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
            if count == 0 { return .closed }
            return count > 0 ? .bytes(count) : failure()
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        guard isOpen else { return .failed }
        if let tls { return unsafe tls.write(bytes) }
        let count = unsafe send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        return count >= 0 ? .bytes(count) : failure()
    }

    /// Says that nothing more will be sent.
    func shutdownWriting() {
        guard isOpen else { return }
        tls?.shutdown()
        Glibc.shutdown(descriptor, Int32(SHUT_WR))
    }

    func close() {
        isOpen = false
        socket = nil
    }

    private func failure() -> Transfer {
        errno == EAGAIN || errno == EINTR ? .wouldBlock : .failed
    }
}
