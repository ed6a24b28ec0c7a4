import Synchronization

/// The certificate that new connections are served with; it can be replaced while the server runs.
public final class TLSCredentials: Sendable {
    private let certificate: String
    private let key: String
    private let context: Mutex<TLSContext>

    /// Reads both PEM files.
    public init(certificate: String, key: String) throws(TLSError) {
        self.certificate = certificate
        self.key = key
        context = Mutex(try TLSContext(certificate: certificate, key: key))
    }

    var current: TLSContext {
        context.withLock { $0 }
    }

    /// Reads the files again. When they cannot be used the old certificate stays.
    public func reload() throws(TLSError) {
        let renewed = try TLSContext(certificate: certificate, key: key)
        context.withLock { $0 = renewed }
    }
}
