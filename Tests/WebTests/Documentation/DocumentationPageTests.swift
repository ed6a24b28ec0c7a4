import HTTP
import JSON
import Testing

@testable import Web

@Suite struct DocumentationPageTests {
    private let described: Described
    private let site: Asking

    init() throws {
        described = try Described()
        site = try Asking(described.documentation.table)
    }

    private func page() async -> String {
        await site.ask(.get, "/docs").text
    }

    @Test func `the page has every operation and an anchor for every code`() async {
        let page = await page()
        for operation in described.operations {
            let id = operation.fields["operationId"]?.asString ?? "?"
            #expect(page.contains("<article id=\"\(id)\">"), "\(operation.name)")
        }
        for code in ProblemCode.allCases {
            #expect(page.contains("<tr id=\"\(code.rawValue)\">"), "\(code)")
        }
    }

    @Test func `no anchor stands twice, and every link within the page has its anchor`() async {
        let page = await page()
        let anchors = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(anchors).count == anchors.count)
        for link in page.matches(of: /href="#([^"]*)"/) {
            #expect(anchors.contains(String(link.1)), "\(link.1)")
        }
    }

    @Test func `the page uses what this site serves and nothing else`() async {
        let page = await page()
        let addresses = page.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.1) }
        #expect(
            addresses.filter { !$0.hasPrefix("#") }.allSatisfy { $0.hasPrefix("/") && !$0.hasPrefix("//") })
        #expect(!page.contains("style="))
        #expect(!page.contains("<style"))
        #expect(page.matches(of: /<script/).count == 1)
        for match in page.matches(of: /(?:href|src)="(\/docs\.[a-z]+)\?([^"]*)"/) {
            let asset = await site.ask(.get, String(match.1), query: String(match.2))
            #expect(asset.status.code == 200)
            #expect(asset.fields["Cache-Control"] == ["public, max-age=31536000"])
            #expect(asset.fields["ETag"].count == 1)
            let other = await site.ask(.get, String(match.1), query: "v=other")
            #expect(other.fields["Cache-Control"] == ["public, max-age=300"])
        }
    }

    @Test func `the page has one policy, and it allows its own style, script and calls alone`() async {
        let response = await site.ask(.get, "/docs")
        #expect(
            response.fields["Content-Security-Policy"] == [
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            ])
        #expect(response.fields["Content-Type"] == ["text/html; charset=utf-8"])
        #expect(response.fields["X-Content-Type-Options"] == ["nosniff"])
        #expect(response.fields["X-Frame-Options"] == ["DENY"])
        #expect(response.fields["Strict-Transport-Security"].count == 1)
    }

    @Test(arguments: ["/openapi.json", "/docs.css", "/docs.js"])
    func `all else keeps the strict policy of the site`(path: String) async {
        let response = await site.ask(.get, path)
        #expect(
            response.fields["Content-Security-Policy"] == ["default-src 'none'; frame-ancestors 'none'"])
    }

    @Test(arguments: ["/openapi.json", "/docs", "/docs.css", "/docs.js"])
    func `what was fetched is confirmed without its content`(path: String) async throws {
        let tag = try #require(await site.ask(.get, path).fields["ETag"].first)
        let again = await site.ask(.get, path, fields: [("If-None-Match", tag)])
        #expect(again.status.code == 304)
    }

    @Test func `programs get the document as JSON`() async {
        let response = await site.ask(.get, "/openapi.json")
        #expect(response.fields["Content-Type"] == ["application/json"])
        #expect(response.json == described.document.root)
    }

    @Test func `what is put into HTML is escaped, unless it is HTML`() {
        let text = "<b title=\"x\">'&'</b>"
        let piece: HTML = "<p>\(text)</p>"
        #expect(piece.text == "<p>&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;</p>")
        let whole: HTML = "<div>\(piece)\([piece])</div>"
        #expect(whole.text == "<div>\(piece.text)\(piece.text)</div>")
        #expect(HTML(unsafeRaw: text).text == text)
    }
}

extension Response {
    fileprivate var text: String {
        guard case .bytes(let bytes) = body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
