import COpenSSL

/// Why a certificate or its key cannot be used.
public struct TLSError: Error, CustomStringConvertible {
    public let description: String

    /// Takes the reason from OpenSSL's queue: make it right after the call that failed.
    init(_ what: String) {
        var buffer = [CChar](repeating: 0, count: 256)
        let code = ERR_get_error()
        ERR_clear_error()
        unsafe ERR_error_string_n(code, &buffer, buffer.count)
        let reason = unsafe ERR_reason_error_string(code).map { unsafe String(cString: $0) }
        description = "\(what): \(reason ?? "unknown reason")"
    }
}

/// A certificate chain with its key, ready to serve TLS 1.2 and 1.3. Used by many sessions at once.
///
/// OpenSSL counts the references to the context itself and locks where it must: once set up, it is only read.
@safe public final class TLSContext: Sendable {
    /// Forward secret, authenticated encryption alone. TLS 1.3 has no other; its own list stays OpenSSL's.
    private static let ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20"

    fileprivate nonisolated(unsafe) let context: OpaquePointer

    /// Reads PEM files: the chain with the server's certificate first, and the key without a passphrase.
    public init(certificate: String, key: String) throws(TLSError) {
        ERR_clear_error()
        guard let context = unsafe SSL_CTX_new(TLS_server_method()) else { throw TLSError("TLS") }
        unsafe self.context = context
        guard
            unsafe latchkey_SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1,
            unsafe SSL_CTX_set_cipher_list(context, Self.ciphers) == 1
        else { throw TLSError("TLS") }
        unsafe SSL_CTX_set_options(context, latchkey_TLS_OPTIONS)
        unsafe latchkey_SSL_CTX_set_mode(context, latchkey_TLS_MODE)
        unsafe latchkey_SSL_CTX_offer_http11(context)
        guard unsafe SSL_CTX_use_certificate_chain_file(context, certificate) == 1 else {
            throw TLSError("certificate \(certificate)")
        }
        guard unsafe SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1 else {
            throw TLSError("key \(key)")
        }
        guard unsafe SSL_CTX_check_private_key(context) == 1 else {
            throw TLSError("key \(key) does not belong to certificate \(certificate)")
        }
    }

    deinit {
        unsafe SSL_CTX_free(context)
    }

    /// A session over a connected socket, which outlives it.
    func session(over descriptor: Int32) -> TLSSession? {
        guard let session = unsafe SSL_new(context) else { return nil }
        unsafe SSL_set_accept_state(session)
        guard unsafe SSL_set_fd(session, descriptor) == 1 else {
            unsafe SSL_free(session)
            return nil
        }
        return unsafe TLSSession(owning: session)
    }
}
