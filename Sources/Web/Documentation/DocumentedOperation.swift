import JSON

/// An operation of the description, as the page shows it.
struct DocumentedOperation {
    struct Parameter {
        let name: String
        /// `path` or `query`.
        let place: String
        let description: String
        let example: String
    }

    struct Answer {
        let status: String
        let description: String
        let example: JSONValue?
        let codes: [String]
    }

    let method: String
    let path: String
    let id: String
    let summary: String
    let description: String?
    let tag: String
    let access: String
    let parameters: [Parameter]
    let body: JSONValue?
    let answers: [Answer]

    private init(_ method: String, _ path: String, _ fields: JSONObject, in document: OpenAPIDocument) {
        self.method = method.uppercased()
        self.path = path
        id = fields.text("operationId")
        summary = fields.text("summary")
        description = fields["description"]?.asString
        tag = fields["tags"]?.asArray?.first?.asString ?? ""
        access = fields.text("x-access")
        parameters = (fields["parameters"]?.asArray ?? []).map { value in
            let fields = document.resolved(value)
            return Parameter(
                name: fields.text("name"), place: fields.text("in"), description: fields.text("description"),
                example: fields["example"].map { $0.asString ?? $0.indented } ?? "")
        }
        body = fields["requestBody"]?.asObject?.content?["example"]
        answers = (fields["responses"]?.asObject?.members ?? []).map { member in
            let response = document.resolved(member.value)
            let parts = response.content?["schema"]?.asObject?["allOf"]?.asArray ?? []
            let codes = parts.flatMap { part in
                part.asObject?["properties"]?.asObject?["code"]?.asObject?["enum"]?.asArray ?? []
            }
            return Answer(
                status: member.key, description: response.text("description"),
                example: response.content?["example"], codes: codes.compactMap(\.asString))
        }
    }

    /// All of them, in the order of the document.
    static func all(in document: OpenAPIDocument) -> [DocumentedOperation] {
        (document.root["paths"]?.asObject?.members ?? []).flatMap { path in
            (path.value.asObject?.members ?? []).map { method in
                DocumentedOperation(
                    method.key, path.key, method.value.asObject ?? JSONObject(), in: document)
            }
        }
    }
}

extension JSONObject {
    fileprivate func text(_ key: String) -> String { self[key]?.asString ?? "" }

    /// What stands under the one media type of a body or an answer.
    fileprivate var content: JSONObject? { self["content"]?.asObject?.members.first?.value.asObject }
}

extension JSONValue {
    /// For people: one line if it is short, else a line for each member.
    var indented: String { indented(by: 0) }

    private func indented(by depth: Int) -> String {
        let line = String(decoding: json, as: UTF8.self)
        if line.utf8.count + depth <= 60 { return line }
        let margin = String(repeating: " ", count: depth + 2)
        let end = String(repeating: " ", count: depth)
        switch self {
        case .null, .bool, .number, .string: return line
        case .array(let elements):
            let lines = elements.map { margin + $0.indented(by: depth + 2) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(end)]"
        case .object(let object):
            let lines = object.members.map { member in
                let key = String(decoding: member.key.json, as: UTF8.self)
                return "\(margin)\(key): \(member.value.indented(by: depth + 2))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(end)}"
        }
    }
}
