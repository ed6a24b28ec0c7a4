public import HTTP

extension ResponseFields {
    /// What every answer of the site carries. An answer of the API is data: no browser may run, frame or guess
    /// at it. `isHTTPS` says that the site is reached through TLS only.
    public static func security(isHTTPS: Bool) -> ResponseFields {
        security(isHTTPS: isHTTPS, policy: "default-src 'none'; frame-ancestors 'none'")
    }

    /// The same under another Content-Security-Policy, for a page of our own. Not a second field beside the
    /// first: browsers hold a page to all that are sent.
    static func security(isHTTPS: Bool, policy: FieldValue) -> ResponseFields {
        var fields = ResponseFields()
        fields.add("X-Content-Type-Options", "nosniff")
        fields.add("Referrer-Policy", "no-referrer")
        fields.add("X-Frame-Options", "DENY")
        fields.add("Content-Security-Policy", policy)
        fields.add("Cross-Origin-Resource-Policy", "same-origin")
        if isHTTPS { fields.add("Strict-Transport-Security", "max-age=31536000") }
        return fields
    }
}
