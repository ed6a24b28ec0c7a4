import COpenSSL

/// The TLS state of one connection. Used on the connection's loop alone.
@safe final class TLSSession {
    private let session: OpaquePointer
    /// After a fatal error OpenSSL forbids further calls, SSL_shutdown among them.
    private var isBroken = false

    init(owning session: OpaquePointer) {
        unsafe self.session = session
    }

    deinit {
        unsafe SSL_free(session)
    }

    func handshake() -> Transport.Handshake {
        ERR_clear_error()
        let result = unsafe SSL_do_handshake(session)
        if result == 1 { return .done }
        return failure(result) == .wouldBlock ? .wouldBlock : .failed
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Transport.Transfer {
        ERR_clear_error()
        var count = 0
        let result = unsafe SSL_read_ex(session, buffer.baseAddress, buffer.count, &count)
        return result == 1 ? .bytes(count) : failure(result)
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Transport.Transfer {
        ERR_clear_error()
        var count = 0
        let result = unsafe SSL_write_ex(session, bytes.baseAddress, bytes.count, &count)
        return result == 1 ? .bytes(count) : failure(result)
    }

    /// Tells the other side that nothing more comes; its answer is not waited for.
    func shutdown() {
        guard !isBroken else { return }
        ERR_clear_error()
        _ = unsafe SSL_shutdown(session)
    }

    private func failure(_ result: Int32) -> Transport.Transfer {
        switch unsafe SSL_get_error(session, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE:
            return .wouldBlock
        case SSL_ERROR_ZERO_RETURN:
            return .closed
        default:
            isBroken = true
            return .failed
        }
    }
}
