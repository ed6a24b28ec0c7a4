import Crypto
import Domain

/// Why the stored keys cannot be used.
enum KeyKeeperError: Error, Hashable {
    case store(StoreError)
    /// No secret of the file opens this key.
    case sealed(VaultRecord.Kind, name: String)
    case crypto(CryptoError)

    var text: String {
        switch self {
        case .store(.busy): "the database is busy"
        case .store(.unavailable): "the database cannot be read or written"
        case .sealed(.ledgerKey, _):
            "no secret of secret_file opens the key of the guess ledger. Restore the file from a backup; a new key "
                + "would forget every wrong guess, so none is made"
        case .sealed(.signingKey, let name):
            "no secret of secret_file opens the signing key \(name). Restore the file from a backup, or run "
                + "`latchkey keys rotate --now`, which drops that key and ends every access token"
        case .crypto: "OpenSSL failed"
        }
    }
}

extension StartError {
    init(_ error: KeyKeeperError) {
        switch error {
        case .store: self.init(.unavailable, error.text)
        case .sealed: self.init(.configuration, error.text)
        case .crypto: self.init(.internalError, error.text)
        }
    }
}
