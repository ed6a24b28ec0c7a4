/// A request body, or an object within one, that reads itself out of named fields.
///
///     struct LoginBody: JSONReadable {
///         let email: String?
///         let locale: String?
///
///         init(from fields: inout JSONFields) {
///             email = fields.optionalString("email")
///             locale = fields.optionalString("locale")
///         }
///     }
///
///     let body = try LoginBody(json: request.body)
///
/// The initializer cannot fail: a fault is noted in `fields`, a stand-in returned, and the value that was made
/// with it never reaches the caller of `init(json:)`. So one round reports every fault.
public protocol JSONReadable {
    init(from fields: inout JSONFields)
}

extension JSONReadable {
    /// Reads a whole body. Fails with `.text` when it is no acceptable JSON, with `.fields` when it is no object,
    /// or keys are missing, unknown or of the wrong type.
    public init(json bytes: [UInt8], depth: Int = JSONValue.usualDepth) throws(JSONShapeError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes, depth: depth)
        } catch {
            throw .text(error)
        }
        guard case .object(let object) = value else {
            throw .fields([JSONFieldError(field: "", reason: "must be an object")])
        }
        var fields = JSONFields(object)
        self.init(from: &fields)
        try fields.finish()
    }

    /// Reads a body that may be left out: no bytes count as `{}`.
    public init(jsonIfAny bytes: [UInt8], depth: Int = JSONValue.usualDepth) throws(JSONShapeError) {
        try self.init(json: bytes.isEmpty ? Array("{}".utf8) : bytes, depth: depth)
    }
}

/// The body of a call that takes nothing: left out, or `{}`.
public struct NoFields: JSONReadable, Equatable, Sendable {
    public init(from fields: inout JSONFields) {}
}
