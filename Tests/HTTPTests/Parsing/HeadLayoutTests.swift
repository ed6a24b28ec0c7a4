import Testing

@testable import HTTP

/// What a layout says, as text, so that a table can hold it.
private struct Reading: Equatable {
    var method: Method
    var path: String
    var query: String?
    var host: String?
    var minorVersion = 1
    var fields: [String]
    var framing = HeadLayout.Framing.none
    var keepsAlive = true
    var expectsContinue = false
    var rest = ""
}

extension Reading {
    init(_ bytes: [UInt8], _ layout: HeadLayout) {
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        self.init(
            method: layout.method, path: text(layout.path), query: layout.query.map(text),
            host: layout.host.map(text), minorVersion: layout.minorVersion,
            fields: layout.fields.map { "\(text($0.name))=\(text($0.value))" },
            framing: layout.framing, keepsAlive: layout.keepsAlive,
            expectsContinue: layout.expectsContinue, rest: text(layout.length..<bytes.count))
    }
}

private func read(_ head: String) -> Reading? {
    let bytes = Array(head.utf8)
    guard case .head(let layout) = HeadParser().parse(bytes.span) else { return nil }
    return Reading(bytes, layout)
}

@Suite struct HeadLayoutTests {
    @Test func `a browser's request is laid out`() {
        let head = """
            POST /login?flow=a?b HTTP/1.1\r
            Host: login.example.com:8443\r
            User-Agent:  Mozilla/5.0 (X11)\t \r
            X-Empty:\r
            Content-Length: 007\r
            \r
            a=b&c=d
            """
        #expect(
            read(head)
                == Reading(
                    method: .post, path: "/login", query: "flow=a?b", host: "login.example.com:8443",
                    fields: [
                        "Host=login.example.com:8443", "User-Agent=Mozilla/5.0 (X11)", "X-Empty=",
                        "Content-Length=007",
                    ],
                    framing: .length(7), rest: "a=b&c=d"))
    }

    @Test func `an empty line before the request counts to the head`() {
        #expect(
            read("\r\nGET / HTTP/1.0\r\n\r\nrest")
                == Reading(
                    method: .get, path: "/", minorVersion: 0, fields: [], keepsAlive: false, rest: "rest"))
    }

    @Test(
        arguments: [
            ("/", "/", nil, "a"), ("/?", "/", "", "a"), ("/x%2F?y", "/x%2F", "y", "a"),
            ("//x", "//x", nil, "a"),
            ("http://b", "/", nil, "b"), ("http://b?q", "/", "q", "b"), ("hTTpS://B:1/x?q", "/x", "q", "B:1"),
            ("http://[::1]:80//", "//", nil, "[::1]:80"),
        ] as [(String, String, String?, String)])
    func `a target is taken apart`(_ target: String, _ path: String, _ query: String?, _ host: String) {
        #expect(
            read("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
                == Reading(method: .get, path: path, query: query, host: host, fields: ["Host=a"]))
    }

    @Test(
        arguments: [
            ("GET", .get), ("HEAD", .head), ("POST", .post), ("PUT", .put), ("PATCH", .patch),
            ("DELETE", .delete), ("OPTIONS", .options), ("get", .other("get")), ("GETS", .other("GETS")),
            ("PUSH", .other("PUSH")),
        ] as [(String, Method)])
    func `a method is told by its letters and their case`(_ name: String, _ method: Method) {
        #expect(read("\(name) / HTTP/1.0\r\n\r\n")?.method == method)
    }

    @Test(arguments: [
        (1, "", true), (1, "close", false), (1, "x, Close", false), (1, "keep-alive, close", false),
        (1, "closer", true), (1, ",,close,", false),
        (0, "", false), (0, "keep-alive", true), (0, "Keep-Alive", true), (0, "keep-alive,close", false),
        (0, "x,\tkeep-alive ", true), (0, "keep-alive2", false),
    ])
    func `the connection lives by version and option`(_ minor: Int, _ options: String, _ lives: Bool) {
        #expect(
            read("GET / HTTP/1.\(minor)\r\nHost: a\r\nConnection: \(options)\r\n\r\n")?.keepsAlive == lives)
    }

    @Test(arguments: [
        ("Content-Length: 1\r\n", true), ("Transfer-Encoding: chunked\r\n", true),
        ("Content-Length: 0\r\n", false), ("", false),
    ])
    func `a client waits to go on only with a body`(_ framing: String, _ waits: Bool) {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-CONTINUE\r\n\(framing)\r\n"
        #expect(read(head)?.expectsContinue == waits)
    }

    @Test func `limits are values`() {
        let head = Array("GET /abc HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        #expect(
            HeadParser(limits: HeadLimits(head: head.count - 1)).parse(head.span) == .refused(.headTooLarge))
        #expect(HeadParser(limits: HeadLimits(target: 3)).parse(head.span) == .refused(.targetTooLong))
        #expect(HeadParser(limits: HeadLimits(fields: 0)).parse(head.span) == .refused(.headTooLarge))
        guard
            case .head = HeadParser(limits: HeadLimits(head: head.count, fields: 1, target: 4)).parse(
                head.span)
        else {
            Issue.record("a head that just fits was not read")
            return
        }
    }
}

@Suite struct ByteSetTests {
    private static let alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    @Test(arguments: [
        (ByteSet.token, "!#$%&'*+-.^_`|~" + alphanumeric),
        (ByteSet.plainTarget, "!\"$&'()*+,-./:;<=>@[\\]^_`{|}~" + alphanumeric),
        (ByteSet.hostName, "-._~" + alphanumeric),
        (ByteSet.authority, "-._~:[]" + alphanumeric),
        (ByteSet.addressLiteral, "0123456789ABCDEFabcdef:."),
    ])
    func `a set holds its characters and no other byte`(_ set: ByteSet, _ members: String) {
        for byte in UInt8.min...UInt8.max {
            #expect(set.contains(byte) == members.utf8.contains(byte), "byte \(byte)")
        }
    }

    @Test func `scanning by eights finds the byte that scanning by ones finds`() {
        for odd in UInt8.min...UInt8.max {
            for place in 0..<19 {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 19)
                bytes[place] = odd
                let printable = (0x20..<0x7F).contains(odd)
                #expect(bytes.span.firstUnprintable(from: 0) == (printable ? 19 : place))
                #expect(bytes.span.tokenEnd(from: 0) == (ByteSet.token.contains(odd) ? 19 : place))
            }
        }
    }
}
