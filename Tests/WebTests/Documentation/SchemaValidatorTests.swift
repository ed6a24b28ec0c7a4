import JSON
import Testing

@testable import Web

/// A validator that passes everything would make its other tests worthless.
@Suite struct SchemaValidatorTests {
    @Test(
        arguments: [
            (#"{"type": "string"}"#, #""a""#, "1"),
            (#"{"type": "integer"}"#, "1", "1.5"),
            (#"{"type": ["string", "null"]}"#, "null", "true"),
            (#"{"enum": ["a", "b"]}"#, #""b""#, #""c""#),
            (#"{"const": true}"#, "true", "false"),
            (#"{"minimum": 1}"#, "1", "0"),
            (#"{"maximum": 1}"#, "1", "2"),
            (#"{"required": ["a"]}"#, #"{"a": 1}"#, "{}"),
            (#"{"properties": {"a": {"type": "string"}}}"#, #"{"a": "b"}"#, #"{"a": 1}"#),
            (#"{"properties": {"a": {}}, "additionalProperties": false}"#, #"{"a": 1}"#, #"{"b": 1}"#),
            (#"{"additionalProperties": {"type": "boolean"}}"#, #"{"a": true}"#, #"{"a": 1}"#),
            (#"{"items": {"type": "string"}}"#, #"["a"]"#, #"["a", 1]"#),
            (#"{"allOf": [{"type": "string"}, {"const": "a"}]}"#, #""a""#, #""b""#),
            (#"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, #"{"a": 1}"#, #"{"a": 1, "b": 1}"#),
            (##"{"$ref": "#/components/schemas/Purpose"}"##, #""login""#, #""fly""#),
        ])
    func `a value that fits has no fault and one that does not has one`(
        schema: String, good: String, bad: String
    ) throws {
        let validator = SchemaValidator(document: OpenAPIDocument(publicURL: "", version: ""))
        let schema = try JSONValue(parsing: Array(schema.utf8))
        #expect(validator.faults(of: try JSONValue(parsing: Array(good.utf8)), under: schema) == [])
        #expect(validator.faults(of: try JSONValue(parsing: Array(bad.utf8)), under: schema) != [])
    }

    @Test func `a keyword that it does not know is a fault`() throws {
        let validator = SchemaValidator(document: OpenAPIDocument(publicURL: "", version: ""))
        let schema = try JSONValue(parsing: Array(#"{"multipleOf": 2}"#.utf8))
        #expect(validator.faults(of: .null, under: schema) != [])
    }
}
