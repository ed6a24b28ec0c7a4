import HTTP
import JSON
import Synchronization
import Testing

@testable import Web

@Suite struct KeyRoutesTests {
    @Test func `the key set is served, may be kept for minutes, and is confirmed without its content`()
        async throws
    {
        let document = Mutex("{\"keys\":[]}")
        let site = try Asking(KeyRoutes.table { document.withLock { Array($0.utf8) } })
        let path = "/.well-known/jwks.json"
        let first = await site.ask(.get, path)
        #expect(first.status.code == 200)
        #expect(first.fields["Content-Type"] == ["application/json"])
        #expect(first.fields["Cache-Control"] == ["public, max-age=300"])
        #expect(first.json?["keys"] != nil)
        let tag = try #require(first.fields["ETag"].first)
        #expect(await site.ask(.get, path, fields: [("If-None-Match", tag)]).status.code == 304)
        document.withLock { $0 = "{\"keys\":[1]}" }
        let changed = await site.ask(.get, path, fields: [("If-None-Match", tag)])
        #expect(changed.status.code == 200)
        #expect(changed.fields["ETag"] != [tag])
    }

    @Test func `only reading is allowed, and no parameter is known`() async throws {
        let site = try Asking(KeyRoutes.table { [] })
        #expect(await site.ask(.post, "/.well-known/jwks.json").status.code == 405)
        #expect(await site.ask(.get, "/.well-known/jwks.json", query: "a=1").status.code == 400)
    }
}
