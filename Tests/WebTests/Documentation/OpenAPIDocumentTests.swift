import HTTP
import JSON
import Testing

@testable import Web

@Suite struct OpenAPIDocumentTests {
    private let described: Described
    private var document: OpenAPIDocument { described.document }

    init() throws {
        described = try Described()
    }

    @Test func `the description and the route tables have the same operations`() {
        let names = described.operations.map(\.name)
        #expect(Set(names) == Set(described.routes.map(\.name)))
        #expect(Set(names).count == names.count)
    }

    @Test func `who may call is what the route demands`() throws {
        for route in described.routes {
            let operation = try #require(described.operation(of: route), "\(route.name)")
            #expect(operation["x-access"]?.asString == route.access, "\(route.name)")
            let security = try #require(operation["security"]?.asArray, "\(route.name)")
            let schemes = security.flatMap { $0.asObject?.members.map(\.key) ?? [] }
            #expect(schemes == (route.needsPrincipal ? ["bearer"] : []), "\(route.name)")
        }
    }

    @Test func `parameters are those that the route reads`() throws {
        for route in described.routes {
            let operation = try #require(described.operation(of: route), "\(route.name)")
            #expect(described.parameters(operation, in: "query") == route.query, "\(route.name)")
            let names = route.pattern.segments.compactMap { segment in
                if case .parameter(let name) = segment { name } else { nil }
            }
            #expect(described.parameters(operation, in: "path") == Set(names), "\(route.name)")
        }
    }

    @Test func `every operation has a name of its own, a summary, a tag and answers`() {
        let tags = Set(
            (document.root["tags"]?.asArray ?? []).compactMap { $0.asObject?["name"]?.asString })
        var names: Set<String> = []
        for operation in described.operations {
            let fields = operation.fields
            let isNew = names.insert(fields["operationId"]?.asString ?? "").inserted
            #expect(isNew, "\(operation.name)")
            #expect(fields["summary"]?.asString?.isEmpty == false, "\(operation.name)")
            #expect(fields["tags"]?.asArray?.count == 1, "\(operation.name)")
            #expect(tags.contains(fields["tags"]?.asArray?.first?.asString ?? ""), "\(operation.name)")
            let answers = fields["responses"]?.asObject?.members ?? []
            #expect(answers.contains { $0.key.hasPrefix("2") }, "\(operation.name)")
            #expect(answers.contains { $0.key == "400" }, "\(operation.name)")
        }
        #expect(!names.contains(""))
    }

    @Test func `what the limit of requests counts can answer 429, and nothing else can`() throws {
        for route in described.routes {
            let answers = try #require(described.operation(of: route)?["responses"]?.asObject)
            #expect((answers["429"] == nil) == route.isUncounted, "\(route.name)")
        }
    }

    @Test func `the codes of an answer have its status`() {
        for operation in described.operations {
            for answer in operation.fields["responses"]?.asObject?.members ?? [] {
                let response = document.resolved(answer.value)
                guard let content = response["content"]?.asObject?["application/problem+json"] else {
                    // Only the probe for load balancers fails without a problem.
                    #expect(
                        "123".contains(answer.key.prefix(1)) || operation.name == "GET /readyz",
                        "\(operation.name)")
                    continue
                }
                let parts = content.asObject?["schema"]?.asObject?["allOf"]?.asArray ?? []
                let codes =
                    (parts.last?.asObject?["properties"]?.asObject?["code"]?.asObject?["enum"]?.asArray ?? [])
                    .compactMap { ProblemCode(rawValue: $0.asString ?? "") }
                #expect(!codes.isEmpty, "\(operation.name) \(answer.key)")
                if answer.key == "default" { continue }
                #expect(
                    codes.allSatisfy { String($0.status.code) == answer.key },
                    "\(operation.name) \(answer.key)")
            }
        }
    }

    @Test func `every code of a problem is in its schema`() {
        let codes = document.value(at: "#/components/schemas/ProblemCode/enum")?.asArray
        #expect(codes == ProblemCode.allCases.map { .string($0.rawValue) })
    }

    @Test func `every reference leads somewhere, and every component is used`() {
        var used: Set<String> = []
        walk(.object(document.root)) { object in
            guard let reference = object["$ref"]?.asString else { return }
            #expect(document.value(at: reference) != nil, "\(reference)")
            used.insert(reference)
        }
        for kind in ["schemas", "responses", "parameters"] {
            for member in document.value(at: "#/components/\(kind)")?.asObject?.members ?? [] {
                let name = "#/components/\(kind)/\(member.key)"
                #expect(used.contains { $0 == name || $0.hasPrefix(name + "/") }, "\(name)")
            }
        }
    }

    @Test func `every example is what its schema asks for`() {
        let validator = SchemaValidator(document: document)
        var count = 0
        walk(.object(document.root)) { object in
            guard let schema = object["schema"], let example = object["example"] else { return }
            count += 1
            #expect(validator.faults(of: example, under: schema) == [])
        }
        #expect(count > 50)
    }

    @Test func `every body and every answer in JSON has an example, and a body takes no other keys`() {
        walk(.object(document.root)) { object in
            for type in ["application/json", "application/problem+json"] {
                guard let content = object[type]?.asObject else { continue }
                #expect(content["schema"] != nil)
                #expect(content["example"] != nil)
            }
        }
        for operation in described.operations {
            let content = operation.fields["requestBody"]?.asObject?["content"]?.asObject
            guard let schema = content?["application/json"]?.asObject?["schema"] else { continue }
            #expect(document.resolved(schema)["additionalProperties"] == .bool(false), "\(operation.name)")
        }
    }

    @Test func `the document is JSON for our own reader, and names the site and the version`() throws {
        let read = try JSONValue(parsing: document.json).asObject
        #expect(read == document.root)
        #expect(read?["openapi"] == .string("3.1.0"))
        #expect(document.value(at: "#/info/version") == .string("1.2.3"))
        let server = document.root["servers"]?.asArray?.first?.asObject
        #expect(server?["url"] == .string("https://login.example.com"))
    }

    private func walk(_ value: JSONValue, _ visit: (JSONObject) -> Void) {
        switch value {
        case .null, .bool, .number, .string: break
        case .array(let elements): for element in elements { walk(element, visit) }
        case .object(let object):
            visit(object)
            for member in object.members { walk(member.value, visit) }
        }
    }
}
