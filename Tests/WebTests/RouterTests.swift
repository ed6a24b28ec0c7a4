import HTTP
import JSON
import Testing

@testable import Web

@Suite struct RouterTests {
    private func sample() throws -> Asking {
        try Asking([
            .open(.get, "/things") { call in call.json { $0.field("which", "all") } },
            .open(.get, "/things/{id}", query: ["deep"]) { call in
                call.json {
                    $0.field("which", call.path["id"])
                    $0.field("deep", call.query["deep"])
                }
            },
            .open(.delete, "/things/{id}") { call in call.noContent() },
            .open(.get, "/things/special") { call in call.json { $0.field("which", "special") } },
        ])
    }

    @Test func `a path finds its route, a literal one before a pattern`() async throws {
        let site = try sample()
        #expect(await site.ask(.get, "/things").json?["which"] == .string("all"))
        #expect(await site.ask(.get, "/things/7").json?["which"] == .string("7"))
        #expect(await site.ask(.get, "/things/special").json?["which"] == .string("special"))
        #expect(await site.ask(.delete, "/things/7").status.code == 204)
    }

    @Test(arguments: ["/", "/thing", "/things/", "/things/7/8", "//things", "/things/%ff", "/Things"])
    func `another path is not found`(path: String) async throws {
        let response = try await sample().ask(.get, path)
        #expect(response.status.code == 404)
        #expect(response.problemCode == "not_found")
    }

    @Test func `a segment is decoded after it was cut out`() async throws {
        #expect(try await sample().ask(.get, "/things/a%2Fb%20c").json?["which"] == .string("a/b c"))
    }

    @Test func `another method is told which are allowed`() async throws {
        let response = try await sample().ask(.post, "/things/7")
        #expect(response.status.code == 405)
        #expect(response.problemCode == "method_not_allowed")
        #expect(response.fields["Allow"] == ["DELETE, GET, HEAD, OPTIONS"])
    }

    @Test func `OPTIONS names the methods, also of the whole server`() async throws {
        let site = try sample()
        let response = await site.ask(.options, "/things")
        #expect(response.status.code == 204)
        #expect(response.fields["Allow"] == ["GET, HEAD, OPTIONS"])
        #expect(await site.ask(.options, "*").status.code == 204)
        #expect(await site.ask(.options, "/nowhere").status.code == 404)
    }

    @Test func `HEAD is answered as GET`() async throws {
        #expect(try await sample().ask(.head, "/things").status.code == 200)
    }

    @Test(arguments: ["other=1", "deep=1&deep=2", "deep=%ff", "deep=1&", "=1"])
    func `a query that the route does not know is refused`(query: String) async throws {
        let response = try await sample().ask(.get, "/things/7", query: query)
        #expect(response.status.code == 400)
        #expect(response.problemCode == "malformed_request")
    }

    @Test(arguments: [("deep=a+b%21", "a b!"), ("deep", ""), ("deep=", ""), ("deep=a=b", "a=b")])
    func `a query is decoded as forms are`(query: String, value: String) async throws {
        let response = try await sample().ask(.get, "/things/7", query: query)
        #expect(response.json?["deep"] == .string(value))
    }

    @Test func `every answer carries the security fields`() async throws {
        let site = try sample()
        for path in ["/things", "/nowhere"] {
            let fields = await site.ask(.get, path).fields
            #expect(fields["X-Content-Type-Options"] == ["nosniff"])
            #expect(fields["Content-Security-Policy"] == ["default-src 'none'; frame-ancestors 'none'"])
            #expect(fields["X-Frame-Options"] == ["DENY"])
            #expect(fields["Cache-Control"] == ["no-store"])
        }
    }
}
