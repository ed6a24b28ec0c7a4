import HTTP
import Testing

@testable import Web

@Suite struct CachingTests {
    private func site() throws -> Asking {
        let content = Array("{}".utf8)
        let tag = EntityTag(of: content)
        return try Asking([
            .open(.get, "/keys") { call in
                call.cacheable(content, type: "application/json", tag: tag, seconds: 300)
            }
        ])
    }

    @Test func `what can be kept is confirmed without its content`() async throws {
        let site = try site()
        let first = await site.ask(.get, "/keys")
        let tag = try #require(first.fields["ETag"].first)
        #expect(first.status.code == 200)
        #expect(first.fields["Cache-Control"] == ["public, max-age=300"])
        for list in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let again = await site.ask(.get, "/keys", fields: [("If-None-Match", list)])
            #expect(again.status.code == 304, "\(list)")
            #expect(again.fields["ETag"] == [tag])
        }
        for list in ["\"other\"", "", "W/", String(tag.dropLast())] {
            let again = await site.ask(.get, "/keys", fields: [("If-None-Match", list)])
            #expect(again.status.code == 200, "\(list)")
        }
    }

    @Test func `another content has another tag`() {
        #expect(EntityTag(of: [1]).text != EntityTag(of: [2]).text)
    }
}
