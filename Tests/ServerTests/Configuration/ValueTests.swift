import EventLoop
import Testing

@testable import Server

struct ValueTests {
    @Test(arguments: [
        ("1s", 1), ("90s", 90), ("15m", 900), ("1h30m", 5_400), ("7d", 604_800), ("1d2h3m4s", 93_784),
        ("3650d", 315_360_000), ("120s", 120),
    ])
    func `a duration is read`(text: String, seconds: Int64) {
        #expect(DurationText.parse(text) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "15", "m", "15 m", " 15m", "15m ", "15minutes", "1m1h", "1m1m", "-1m", "+1m", "1.5h", "0s",
        "0h0m",
        "3651d", "9999999999s", "99999999999999999999s", "١m", "1M", "1w", "1ms", "½h",
    ])
    func `what is no duration is refused`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test(arguments: [(1, "1s"), (60, "1m"), (90, "1m30s"), (5_400, "1h30m"), (2_592_000, "30d")])
    func `a duration is written as short as it can be`(seconds: Int64, text: String) {
        #expect(DurationText.format(.seconds(seconds)) == text)
    }

    @Test(arguments: [
        ("3/1m", Rate(count: 3, per: .seconds(60))), ("10/1h", Rate(count: 10, per: .seconds(3_600))),
        ("2000/1d", Rate(count: 2_000, per: .seconds(86_400))),
        ("1000000000/1s", Rate(count: 1_000_000_000, per: .seconds(1))),
    ])
    func `a rate is read and written`(text: String, rate: Rate) {
        #expect(Rate(parsing: text) == rate)
        #expect(rate.description == text)
    }

    @Test(arguments: [
        "", "3", "/1m", "3/", "3/m", "0/1m", "00/1m", "-3/1m", "+3/1m", "3 /1m", "3/0s", "3/1m/1h",
        "1000000001/1s",
        "99999999999999999999/1m", "3per1m", "1e3/1m",
    ])
    func `what is no rate is refused, a count of zero too`(text: String) {
        #expect(Rate(parsing: text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1", 8_080), ("0.0.0.0:0", "0.0.0.0", 0), ("[::1]:443", "::1", 443),
        ("[::]:65535", "::", 65_535), ("localhost:80", "localhost", 80), ("LOCALHOST:80", "localhost", 80),
    ])
    func `a listen address is read`(text: String, host: String, port: UInt16) throws {
        let address = try #require(ListenAddress(parsing: text))
        #expect(address.host.text == host)
        #expect(address.port == port)
    }

    @Test(arguments: [
        "", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:+1",
        "127.0.0.1:80 ", "::1:8080", "[::1]", "[::1]8080", "[127.0.0.1]:80", "[::1:80", "256.0.0.1:80",
        "127.1:80", "0x7f.0.0.1:80", "example.com:80", "127.0.0.1:8080/x", "[fe80::1%lo]:80",
        "127.0.0.1\0:80",
    ])
    func `what is no listen address is refused`(text: String) {
        #expect(ListenAddress(parsing: text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", Host.Reach.loopback), ("127.255.0.9", .loopback), ("::1", .loopback),
        ("localhost", .loopback), ("login.localhost", .loopback), ("10.1.2.3", .site), ("172.16.0.1", .site),
        ("172.31.255.255", .site), ("192.168.1.1", .site), ("169.254.1.1", .site), ("100.64.0.1", .site),
        ("fd00::1", .site), ("fe80::1", .site), ("server", .site), ("printer.local", .site),
        ("172.32.0.1", .anywhere), ("172.15.0.1", .anywhere), ("192.169.0.1", .anywhere),
        ("0.0.0.0", .anywhere),
        ("::", .anywhere), ("8.8.8.8", .anywhere), ("2001:db8::1", .anywhere), ("example.com", .anywhere),
        ("localhost.example.com", .anywhere), ("notlocalhost.com", .anywhere), ("100.128.0.1", .anywhere),
        ("::2", .anywhere), ("0:0:0:0:0:0:0:1", .loopback), ("::127.0.0.1", .anywhere),
    ])
    func `how far a host reaches is known`(text: String, reach: Host.Reach) throws {
        #expect(try #require(Host(parsing: text)).reach == reach)
    }

    @Test(arguments: [
        "", ".", "a..b", "-a.com", "a-.com", "a_b.com", "exämple.com", "1.2.3", "1.2.3.4.5", "a.com.",
        "[::1]",
        "\u{212A}elvin.com", String(repeating: "a", count: 64) + ".com", "a b",
    ])
    func `what is no host is refused`(text: String) {
        #expect(Host(parsing: text) == nil)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("https://Example.com/", "https://example.com"),
        ("https://example.com:443", "https://example.com"),
        ("http://example.com:443", "http://example.com:443"),
        ("https://[::1]:8443", "https://[::1]:8443"), ("http://a.b:80/", "http://a.b"),
    ])
    func `a public URL is read`(text: String, origin: String) throws {
        let url = try Kind<WebURL>.origin.read(.text(text))
        #expect(url.description == origin)
    }

    @Test(arguments: [
        "", "example.com", "//example.com", "ftp://example.com", "HTTP://example.com", "https://",
        "https://example.com/login", "https://example.com?x=1", "https://example.com/?x",
        "https://example.com#a",
        "https://user@example.com", "https://user:word@example.com", "https://example.com:0",
        "https://example.com:99999", "https://exa mple.com", "https://example.com\\x", "https://exämple.com",
        "https://0.0.0.0", "https://[::]", " https://example.com", "https://example.com//",
        "javascript:alert(1)",
        "https://example.com\u{0}", "https:/example.com", "https://[::1", "https://::1",
    ])
    func `what is no public URL is refused`(text: String) {
        #expect(throws: Kind<WebURL>.Mismatch.self) { try Kind<WebURL>.origin.read(.text(text)) }
    }

    @Test(arguments: [
        ("10.0.0.0/8", true), ("192.168.1.4", true), ("fd00::/8", true), ("::1", true), ("::/0", true),
        ("10.128.0.0/9", true), ("10.0.0.1/32", true), ("10.0.0.1/8", false), ("10.64.0.0/9", false),
        ("10.0.0.0/33", false), ("10.0.0.0/", false), ("10.0.0.0/+8", false), ("fd00::/129", false),
        ("10.0.0/8", false), ("example.com", false), ("10.0.0.0/8/8", false), ("", false),
        ("fd00::1/8", false),
    ])
    func `a network has no bits beyond its prefix`(text: String, isRight: Bool) {
        #expect(((try? Kind<IPNetwork>.network.read(.text(text))) != nil) == isRight)
    }

    @Test(arguments: [
        ("+49", true), ("+1202", true), ("+123456789012345", true), ("49", false), ("+", false),
        ("+049", false),
        ("+4a", false), ("+1234567890123456", false), ("+٤٩", false), ("", false),
    ])
    func `a phone prefix is a plus and digits`(text: String, isRight: Bool) {
        #expect(((try? Kind<String>.phonePrefix.read(.text(text))) != nil) == isRight)
    }

    @Test(arguments: [
        ("dev:", MailTransport.development),
        ("smtp://localhost", .smtp(host: .localhost, port: 587, implicitTLS: false)),
        ("smtps://localhost", .smtp(host: .localhost, port: 465, implicitTLS: true)),
        ("smtp://127.0.0.1:2525", .smtp(host: .loopback, port: 2_525, implicitTLS: false)),
    ])
    func `a mail server is read`(text: String, transport: MailTransport) {
        #expect(MailTransport(parsing: text) == transport)
    }

    @Test(arguments: [
        "", "dev", "smtp:", "smtp://", "smtp://a b", "smtp://user:word@host", "smtp://host/path",
        "smtp://host:0",
        "SMTP://host", "http://host", "smtp://host:25\r\nX",
    ])
    func `what is no mail server is refused`(text: String) {
        #expect(MailTransport(parsing: text) == nil)
    }

    @Test(arguments: [
        ("Latchkey <no-reply@example.com>", "Latchkey", "no-reply@example.com"),
        ("no-reply@localhost", "", "no-reply@localhost"), ("<a@b.example>", "", "a@b.example"),
        ("Café Ω <a.b+c@example.com>", "Café Ω", "a.b+c@example.com"),
    ])
    func `a sender is read`(text: String, name: String, address: String) throws {
        let mailbox = try #require(Mailbox(parsing: text))
        #expect(mailbox.name == name)
        #expect(mailbox.address == address)
    }

    @Test(arguments: [
        "", "Latchkey", "a@", "@b.example", "a@b@c.example", "a b@c.example", "X\r\nBcc: y <a@b.example>",
        "A <a@b.example", "A <a@b.example>>", "A \"x\" <a@b.example>", "a\r\n@b.example", ".a@b.example",
        "a..b@c.example", "a@127.0.0.1", "ä@b.example", "X <a@b.example> <c@d.example>",
    ])
    func `what could break out of a header is no sender`(text: String) {
        #expect(Mailbox(parsing: text) == nil)
    }

    @Test(arguments: [
        ("https://shop.example.com/back?x=1", true), ("http://127.0.0.1:3000/back", true),
        ("http://localhost/back", true), ("com.example.app:/back", true),
        ("http://shop.example.com/back", false),
        ("https://shop.example.com/#x", false), ("javascript:alert(1)", false), ("data:text/html,x", false),
        ("myapp:/back", false), ("com.example.app:/back#x", false), ("/back", false), ("", false),
        ("1.2.3.4:/back", false),
    ])
    func `a redirect address is https, this machine or an app`(text: String, isRight: Bool) {
        #expect(((try? Kind<String>.redirect.read(.text(text))) != nil) == isRight)
    }
}
