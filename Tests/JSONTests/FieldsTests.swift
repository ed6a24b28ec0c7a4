import JSON
import Testing

@Suite struct FieldsTests {
    private struct Profile: JSONReadable, Equatable {
        let name: String
        let nickname: JSONChange<String>

        init(from fields: inout JSONFields) {
            name = fields.string("name")
            nickname = fields.change("nickname")
        }
    }

    private struct Body: JSONReadable {
        let email: String
        let age: Int64?
        let keep: Bool?
        let profile: Profile?
        let roles: [String]?
        let keys: [Profile]?
        let extra: JSONValue?

        init(from fields: inout JSONFields) {
            email = fields.string("email")
            age = fields.optionalInt("age")
            keep = fields.optionalBool("keep")
            profile = fields.optionalObject("profile", as: Profile.self)
            roles = fields.optionalStrings("roles")
            keys = fields.optionalArray("keys", of: Profile.self)
            extra = fields.optionalValue("extra")
        }
    }

    private struct Strict: JSONReadable {
        let on: Bool
        let count: Int64
        let inner: Profile
        let names: [String]
        let inners: [Profile]
        let any: JSONValue

        init(from fields: inout JSONFields) {
            on = fields.bool("on")
            count = fields.int("count")
            inner = fields.object("inner", as: Profile.self)
            names = fields.strings("names")
            inners = fields.array("inners", of: Profile.self)
            any = fields.value("any")
        }
    }

    private struct Kelvin: JSONReadable {
        let unit: String

        init(from fields: inout JSONFields) {
            unit = fields.string("K")
        }
    }

    private func faults<Read: JSONReadable>(_ type: Read.Type, _ text: String) -> [String] {
        do throws(JSONShapeError) {
            _ = try type.init(json: Array(text.utf8))
            return []
        } catch {
            return error.fieldErrors.map { "\($0.field): \($0.reason)" }
        }
    }

    @Test func `a body reads itself`() throws {
        let text = #"""
            {"email":"a@example.com","age":7,"keep":false,"profile":{"name":"A","nickname":null},
             "roles":["x","y"],"keys":[{"name":"k"}],"extra":null}
            """#
        let body = try Body(json: Array(text.utf8))
        #expect(body.email == "a@example.com")
        #expect(body.age == 7)
        #expect(body.keep == false)
        #expect(body.profile?.name == "A")
        #expect(body.profile?.nickname == .remove)
        #expect(body.roles == ["x", "y"])
        #expect(body.keys?.first?.nickname == .keep)
        #expect(body.extra == .null)
    }

    @Test func `what is optional may be left out`() throws {
        let body = try Body(json: Array(#"{"email":""}"#.utf8))
        #expect(body.age == nil && body.keep == nil && body.profile == nil)
        #expect(body.roles == nil && body.keys == nil && body.extra == nil)
    }

    @Test func `all faults come at once, each with its path and never its value`() {
        let text = #"""
            {"age":"secret","keep":1,"profile":{"nickname":["secret"],"colour":"secret"},
             "roles":["x",null,"y",{}],"keys":[{"name":"k"},"secret",{"name":false}],"emial":"secret"}
            """#
        #expect(
            faults(Body.self, text) == [
                "email: missing", "age: must be a whole number", "keep: must be true or false",
                "profile.name: missing", "profile.nickname: must be a string or null",
                "profile.colour: unknown key",
                "roles[1]: must be a string", "roles[3]: must be a string",
                "keys[1]: must be an object", "keys[2].name: must be a string", "emial: unknown key",
            ])
    }

    @Test func `everything required is missed by name`() {
        #expect(
            faults(Strict.self, "{}") == [
                "on: missing", "count: missing", "inner: missing", "names: missing", "inners: missing",
                "any: missing",
            ])
        #expect(
            faults(Strict.self, #"{"on":null,"count":1.0,"inner":[],"names":{},"inners":"","any":0}"#) == [
                "on: must be true or false", "count: must be a whole number", "inner: must be an object",
                "names: must be an array", "inners: must be an array",
            ])
        #expect(
            faults(Strict.self, #"{"on":true,"count":1,"inner":{"name":""},"names":[],"inners":[],"any":[]}"#)
                == [])
    }

    @Test(arguments: ["true", "1", "\"true\"", "null", "[]", "{}"])
    func `a string is never made from another type`(other: String) {
        let expected = other == "\"true\"" ? [] : ["email: must be a string"]
        #expect(faults(Body.self, #"{"email":\#(other)}"#) == expected)
    }

    @Test(arguments: ["1.0", "1e0", "9223372036854775808", "\"1\"", "null"])
    func `a whole number is only taken when it is written as one`(other: String) {
        #expect(faults(Body.self, #"{"email":"","age":\#(other)}"#) == ["age: must be a whole number"])
    }

    @Test(arguments: ["[]", "1", "\"{}\"", "null"])
    func `a body that is no object is a fault of the whole`(text: String) {
        #expect(faults(NoFields.self, text) == [": must be an object"])
    }

    @Test func `a text that is no JSON has its own case`() {
        let refused = JSONShapeError.text(JSONError(.doubledKey, at: 7))
        #expect(throws: refused) { try NoFields(json: Array(#"{"a":1,"a":1}"#.utf8)) }
        #expect(refused.fieldErrors.isEmpty)
        #expect("\(refused)" == "The body is not acceptable JSON: a key that is given twice at byte 7.")
        #expect(throws: JSONShapeError.text(JSONError(.tooDeep, at: 5))) {
            try Body(json: Array(#"{"a":[]}"#.utf8), depth: 1)
        }
    }

    @Test func `an unknown key that may be a secret is not repeated`() {
        #expect(faults(NoFields.self, #"{"hunter2":1}"#) == [": unknown key"])
        #expect(faults(NoFields.self, #"{"A":1}"#) == [": unknown key"])
        #expect(faults(NoFields.self, "{\"\(String(repeating: "a", count: 33))\":1}") == [": unknown key"])
        #expect(faults(Body.self, #"{"email":"","profile":{"name":"","<b>":1}}"#) == ["profile: unknown key"])
        #expect(faults(Body.self, #"{"email":"","keys":[{"name":"","<b>":1}]}"#) == ["keys[0]: unknown key"])
    }

    @Test func `a known key is not met by one that only looks like it`() {
        // The Kelvin sign equals the letter K for Swift's own comparison of strings.
        #expect(faults(Kelvin.self, #"{"K":""}"#) == [])
        #expect(faults(Kelvin.self, #"{"\u212a":""}"#) == ["K: missing", ": unknown key"])
    }

    @Test func `a hostile body gets a short answer`() {
        let unknown = "{" + (0..<5_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
        #expect(faults(NoFields.self, unknown).count == JSONFields.mostErrors)
        let nested =
            #"{"email":"","keys":["# + Array(repeating: "{}", count: 5_000).joined(separator: ",") + "]}"
        #expect(faults(Body.self, nested).count == JSONFields.mostErrors)
        let wrong = #"{"roles":["# + Array(repeating: "0", count: 5_000).joined(separator: ",") + "]}"
        #expect(faults(Body.self, wrong).count == JSONFields.mostErrors)
    }

    @Test func `a body may be left out where the call says so`() throws {
        #expect(try NoFields(jsonIfAny: []) == NoFields(jsonIfAny: Array("{}".utf8)))
        #expect(throws: JSONShapeError.text(JSONError(.unexpectedEnd, at: 0))) { try NoFields(json: []) }
        #expect(throws: JSONShapeError.fields([JSONFieldError(field: "email", reason: "missing")])) {
            try Body(jsonIfAny: [])
        }
    }
}
