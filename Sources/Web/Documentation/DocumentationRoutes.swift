import HTTP

/// The description of the API: `GET /openapi.json` for programs and `GET /docs` for people.
public struct DocumentationRoutes: Sendable {
    /// In seconds: the description changes with the server's version only, and then soon everywhere.
    private static let lifetime = 300
    /// The style and the script have the tag of their content in their address, so they may be kept for a year.
    private static let assetLifetime = 31_536_000

    /// What the page may do: use its own style and script, and call this site.
    private static let policy: FieldValue =
        """
        default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
        frame-ancestors 'none'; base-uri 'none'; form-action 'none'
        """

    /// An answer that is the same for everybody.
    private struct Content: Sendable {
        let bytes: [UInt8]
        let type: FieldValue
        let tag: EntityTag

        init(_ bytes: [UInt8], _ type: FieldValue) {
            self.bytes = bytes
            self.type = type
            tag = EntityTag(of: bytes)
        }

        /// For the query of an address.
        var version: String { String(tag.text.filter { $0 != "\"" }) }
    }

    private let pageFields: ResponseFields
    private let document: Content
    private let page: Content
    private let style = Content(Array(PageStyle.text.utf8), "text/css; charset=utf-8")
    private let script = Content(Array(PageScript.text.utf8), "text/javascript; charset=utf-8")

    /// Puts the description together. Stops the process when a part of it is defective.
    ///
    /// - Parameters:
    ///   - publicURL: where callers reach this server.
    ///   - isHTTPS: whether that is through TLS only.
    public init(publicURL: String, version: String, isHTTPS: Bool) {
        let description = OpenAPIDocument(publicURL: publicURL, version: version)
        document = Content(description.json, "application/json")
        let html = DocumentationPage(
            document: description, style: "/docs.css?v=\(style.version)",
            script: "/docs.js?v=\(script.version)"
        ).html
        page = Content(Array(html.text.utf8), "text/html; charset=utf-8")
        pageFields = .security(isHTTPS: isHTTPS, policy: Self.policy)
    }

    public var table: [Route] {
        [
            .open(.get, "/openapi.json") { call in answer(call, document) },
            .open(.get, "/docs") { call in
                call.cacheable(
                    page.bytes, type: page.type, tag: page.tag, seconds: Self.lifetime, under: pageFields)
            },
            .open(.get, "/docs.css", query: ["v"]) { call in asset(call, style) },
            .open(.get, "/docs.js", query: ["v"]) { call in asset(call, script) },
        ]
    }

    private func answer(_ call: Call, _ content: Content) -> Response {
        call.cacheable(content.bytes, type: content.type, tag: content.tag, seconds: Self.lifetime)
    }

    /// Kept for long only under the address that names this very content.
    private func asset(_ call: Call, _ content: Content) -> Response {
        let isCurrent = call.query["v"] == content.version
        return call.cacheable(
            content.bytes, type: content.type, tag: content.tag,
            seconds: isCurrent ? Self.assetLifetime : Self.lifetime)
    }
}
