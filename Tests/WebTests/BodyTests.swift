import HTTP
import JSON
import Testing

@testable import Web

@Suite struct BodyTests {
    private struct Greeting: JSONReadable {
        let name: String
        let loud: Bool?

        init(from fields: inout JSONFields) {
            name = fields.string("name")
            loud = fields.optionalBool("loud")
        }
    }

    private func site() throws -> Asking {
        try Asking([
            .open(.post, "/greet") { call throws(Problem) in
                let greeting = try call.body(Greeting.self)
                return call.json { $0.field("hello", greeting.name) }
            },
            .open(.post, "/poke") { call throws(Problem) in
                try call.noBody()
                return call.noContent()
            },
        ])
    }

    private let json = [("Content-Type", "application/json")]

    @Test(arguments: ["application/json", "Application/JSON", "application/json; charset=utf-8"])
    func `a body in JSON is read`(type: String) async throws {
        let response = try await site().ask(
            .post, "/greet", fields: [("content-type", type)], body: #"{"name":"you"}"#)
        #expect(response.json?["hello"] == .string("you"))
    }

    @Test(arguments: ["text/plain", "application/jsonx", "application/problem+json", ""])
    func `a body of another type is refused`(type: String) async throws {
        let response = try await site().ask(
            .post, "/greet", fields: [("content-type", type)], body: #"{"name":"you"}"#)
        #expect(response.problemCode == "unsupported_media_type")
    }

    @Test(
        arguments: [
            ("", ""), ("[]", ""), ("{", ""), (#"{"name":1}"#, "name"), (#"{"name":"a","name":"b"}"#, ""),
            (#"{"name":"a","extra":1}"#, "extra"), (#"{"name":"a"} x"#, ""), (#"{}"#, "name"),
        ])
    func `a body of another shape is refused and its fields are named`(
        body: String, field: String
    ) async throws {
        let response = try await site().ask(.post, "/greet", fields: json, body: body)
        #expect(response.status.code == 400)
        #expect(response.problemCode == "malformed_request")
        guard case .array(let errors)? = response.json?["errors"] else {
            #expect(field.isEmpty)
            return
        }
        let named = errors.contains { error in
            guard case .object(let object) = error else { return false }
            return object["field"] == .string(field)
        }
        #expect(named)
    }

    @Test func `an error never repeats what was sent`() async throws {
        let response = try await site().ask(
            .post, "/greet", fields: json, body: #"{"name":{"secret":"tell-nobody"},"other":"tell-nobody"}"#)
        guard case .bytes(let bytes) = response.body else { return }
        #expect(!String(decoding: bytes, as: UTF8.self).contains("tell-nobody"))
    }

    @Test func `a call that takes nothing takes no body or an empty object`() async throws {
        let site = try site()
        #expect(await site.ask(.post, "/poke").status.code == 204)
        #expect(await site.ask(.post, "/poke", fields: json, body: "{}").status.code == 204)
        #expect(await site.ask(.post, "/poke", fields: json, body: #"{"a":1}"#).status.code == 400)
        #expect(await site.ask(.post, "/poke", body: "x").status.code == 415)
    }
}
