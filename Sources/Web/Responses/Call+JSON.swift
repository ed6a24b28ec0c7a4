public import HTTP
public import JSON

extension Call {
    /// Reads the body of the request. Fails with `unsupported_media_type` or `malformed_request`.
    public func body<Body: JSONReadable>(_ type: Body.Type) throws(Problem) -> Body {
        try requireJSON()
        do throws(JSONShapeError) {
            return try Body(json: request.body)
        } catch {
            throw Problem(error)
        }
    }

    /// Reads a body that may be left out.
    func bodyIfAny<Body: JSONReadable>(_ type: Body.Type) throws(Problem) -> Body {
        if !request.body.isEmpty { return try body(type) }
        do throws(JSONShapeError) {
            return try Body(jsonIfAny: [])
        } catch {
            throw Problem(error)
        }
    }

    /// Checks the body of a call that takes nothing: it may be left out, or be an empty object.
    public func noBody() throws(Problem) {
        if request.body.isEmpty { return }
        _ = try body(NoFields.self)
    }

    public func json(_ status: Status = .ok, _ body: (inout JSONObjectWriter) -> Void) -> Response {
        Response(status, fields.json, body: .bytes(JSONWriter.object(body)))
    }

    /// An answer that is one value of ours.
    func json(_ status: Status = .ok, _ value: some JSONWritable) -> Response {
        Response(status, fields.json, body: .bytes(value.json))
    }

    /// An answer in another form, which nobody keeps.
    public func text(_ content: [UInt8], type: FieldValue) -> Response {
        var fields = fields.common
        fields.add("Content-Type", type)
        fields.add("Cache-Control", "no-store")
        return Response(.ok, fields, body: .bytes(content))
    }

    public func noContent() -> Response {
        Response(.noContent, fields.common)
    }

    /// Parameters such as a charset are borne: JSON is UTF-8 whatever they say (RFC 8259, 8.1).
    private func requireJSON() throws(Problem) {
        let type = request.fields["content-type"] ?? ""
        // As nearly everybody writes it: spares the copies that the rest makes.
        if type == "application/json" { return }
        let name = type.split(separator: ";").first ?? ""
        guard name.trimmingSpaces.lowercased() == "application/json" else {
            throw Problem(.unsupportedMediaType, "Send the body as application/json.")
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text.drop { $0 == " " || $0 == "\t" }
    }
}
