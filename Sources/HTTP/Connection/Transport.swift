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
    let descriptor: Int32

    init(_ socket: consuming FileDescriptor, tls: TLSSession?) {
        descriptor = socket.number
        self.socket = consume socket
        self.tls = tls
    }

    var isSecure: Bool { tls != nil }

    func handshake() -> Handshake {
        tls?.handshake() ?? .done
    }

    func read(into buffer: ReceiveBuffer) -> Transfer {
        unsafe buffer.withBytes { bytes in
            if let tls { return unsafe tls.read(into: bytes) }
            let count = unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
            if count == 0 { return .closed }
            return count > 0 ? .bytes(count) : failure()
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        if let tls { return unsafe tls.write(bytes) }
        let count = unsafe send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        return count >= 0 ? .bytes(count) : failure()
    }

    /// Says that nothing more will be sent.
    func shutdownWriting() {
        tls?.shutdown()
        Glibc.shutdown(descriptor, Int32(SHUT_WR))
    }

    func close() {
        socket = nil
    }

    private func failure() -> Transfer {
        errno == EAGAIN || errno == EINTR ? .wouldBlock : .failed
    }
}
