import JSON

/// The description of the API (OpenAPI 3.1), put together from its fragments. A fragment that cannot be read is a
/// defect of ours, and stops the server before it serves.
struct OpenAPIDocument: Sendable {
    let root: JSONObject

    /// - Parameters:
    ///   - publicURL: where callers reach this server.
    ///   - version: of the server.
    init(publicURL: String, version: String) {
        var root = Self.parsed(Self.head)
        var info = root["info"]?.asObject ?? JSONObject()
        info["version"] = .string(version)
        root["info"] = .object(info)
        var server = JSONObject()
        server["url"] = .string(publicURL)
        root["servers"] = .array([.object(server)])
        root["paths"] = .object(
            Self.merged([Self.flowPaths, Self.tokenPaths, Self.mePaths, Self.operationsPaths]))
        var components = Self.parsed(Self.securitySchemes)
        components["parameters"] = .object(Self.parsed(Self.pageParameters))
        components["schemas"] = .object(
            Self.merged([Self.bodySchemas, Self.schemas, ProblemAnswer.codeSchema]))
        components["responses"] = .object(Self.merged([Self.answers, ProblemAnswer.components]))
        root["components"] = .object(components)
        self.root = root
    }

    var json: [UInt8] { root.json }

    /// The value that a `$ref` of this document names (RFC 6901, as a fragment).
    func value(at reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        var value = JSONValue.object(root)
        for part in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            guard let next = value.asObject?[String(part)] else { return nil }
            value = next
        }
        return value
    }

    /// The object itself, or the one that its `$ref` names.
    func resolved(_ value: JSONValue) -> JSONObject {
        guard let reference = value.asObject?["$ref"]?.asString else { return value.asObject ?? JSONObject() }
        guard let object = self.value(at: reference)?.asObject else {
            preconditionFailure("\(reference) leads nowhere")
        }
        return object
    }

    private static func merged(_ fragments: [String]) -> JSONObject {
        var merged = JSONObject()
        for member in fragments.flatMap({ parsed($0).members }) {
            precondition(merged[member.key] == nil, "\(member.key) is described twice")
            merged[member.key] = member.value
        }
        return merged
    }

    private static func parsed(_ fragment: String) -> JSONObject {
        guard let object = (try? JSONValue(parsing: Array(fragment.utf8)))?.asObject else {
            preconditionFailure("not a JSON object: \(fragment.prefix(80))")
        }
        return object
    }
}

extension OpenAPIDocument {
    /// `x-access` at each operation says who may call: `open`, `flow` (holds the flow key), `bearer`, or `fresh`
    /// (a bearer who showed within 10 minutes who he is).
    private static let head = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Latchkey",
            "description": "Passwordless sign-in. Problems are RFC 9457; decide by their `code`.",
            "version": ""
          },
          "servers": [],
          "tags": [
            {"name": "Flows", "description": "Register, sign in and reset, step by step."},
            {"name": "Tokens", "description": "Refresh, check and end what a sign-in gave."},
            {"name": "Me", "description": "The account of whoever calls."},
            {"name": "Operations", "description": "Health and this description."}
          ]
        }
        """#

    private static let securitySchemes = #"""
        {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}}
        """#

    private static let pageParameters = #"""
        {
          "limit": {
            "name": "limit",
            "in": "query",
            "description": "How many items at most; 50 if left out.",
            "schema": {"type": "integer", "minimum": 1, "maximum": 100},
            "example": 50
          },
          "after": {
            "name": "after",
            "in": "query",
            "description": "The `next` of the page before.",
            "schema": {"type": "string", "format": "uuid"},
            "example": "01939d5c-8a00-7c2f-8d4e-3a5b7c9d1e2f"
          }
        }
        """#
}
