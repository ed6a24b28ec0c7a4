import HTTP

/// The public keys of this installation, for whoever checks its tokens.
public enum KeyRoutes {
    /// How long the document may be kept, in seconds. A key is announced a day before it signs, so a verifier
    /// meets it long before; the time is short for the sake of `keys rotate --now`, which announces nothing.
    static let lifetime = 300

    /// - Parameter document: the key set that holds now; asked at every request.
    public static func table(_ document: @escaping @Sendable () -> [UInt8]) -> [Route] {
        [
            .open(.get, "/.well-known/jwks.json", isUncounted: true) { call in
                let content = document()
                return call.cacheable(
                    content, type: "application/json", tag: EntityTag(of: content), seconds: lifetime)
            }
        ]
    }
}
