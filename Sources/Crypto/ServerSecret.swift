public import Domain

/// The secrets of this installation, newest first. The newest makes, all of them are accepted.
public struct ServerSecret: Sendable {
    /// The length of one secret in bytes.
    public static let length = 32

    private let secrets: [Secret<[UInt8]>]

    /// Fails with `.invalidKey` unless there is at least one, each has 32 bytes, and none stands twice.
    public init(newestFirst secrets: [Secret<[UInt8]>]) throws(CryptoError) {
        let values = secrets.map { $0.reveal() }
        guard !values.isEmpty, Set(values).count == values.count,
            values.allSatisfy({ $0.count == Self.length })
        else { throw .invalidKey }
        self.secrets = secrets
    }

    /// Reads the secret file: one secret a line in base64url, newest first; empty lines and lines that begin
    /// with `#` are skipped. Fails with `.malformed` or as the other initializer does.
    public init(parsing file: String) throws(CryptoError) {
        var secrets: [Secret<[UInt8]>] = []
        for line in file.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let line = line.drop { $0 == " " }
            if !line.isEmpty { secrets.append(Secret(try Base64.url.decode(line))) }
        }
        try self.init(newestFirst: secrets)
    }

    /// A fresh line for the secret file, without the line's end.
    public static func newLine(random: SystemRandom = SystemRandom()) -> Secret<String> {
        Secret(Base64.url.encode(random.key(length).reveal()))
    }

    /// The keys for one use.
    public func keyRing(for label: SecretLabel) throws(CryptoError) -> KeyRing {
        let keys = try subkeys(for: label).map { key throws(CryptoError) in try HMACKey(key.reveal()) }
        // `init` saw to it that there is one.
        guard let newest = keys.first else { throw .invalidKey }
        return KeyRing(newest: newest, older: Array(keys.dropFirst()))
    }

    /// What encrypts the keys that are kept in the database.
    public func sealer(random: any RandomSource = SystemRandom()) throws(CryptoError) -> Sealer {
        Sealer(newestFirst: try subkeys(for: .storedKey), random: random)
    }

    func subkeys(for label: SecretLabel) throws(CryptoError) -> [Secret<[UInt8]>] {
        try secrets.map { secret throws(CryptoError) in
            Secret(try HKDF.derive(from: secret.reveal(), info: Array(label.rawValue.utf8)))
        }
    }
}

/// The HMAC keys of one use, one for each server secret.
public struct KeyRing: Sendable {
    private let newest: HMACKey
    private let older: [HMACKey]

    public init(newest: HMACKey, older: [HMACKey] = []) {
        self.newest = newest
        self.older = older
    }

    /// The code of `message` under the newest key.
    public func authenticate(_ message: [UInt8]) -> Digest {
        newest.authenticate(message)
    }

    /// Whether any key gives `message` this code. How many were tried tells only how old the secret is.
    public func accepts(_ tag: Digest, for message: [UInt8]) -> Bool {
        newest.accepts(tag, for: message) || older.contains { $0.accepts(tag, for: message) }
    }
}
