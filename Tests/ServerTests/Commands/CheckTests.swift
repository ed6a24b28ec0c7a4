import Testing

@testable import Server

struct CheckTests {
    @Test func `check says in plain words what the server would do`() {
        let (code, out, error) = latchkey("check")
        #expect(code == .ok)
        #expect(error.isEmpty)
        for fact in [
            "defaults, no file", "127.0.0.1:8080, without TLS", "SQLite in data/latchkey.db", "data/secret",
            "4 digits, good for 5m, 3 tries", "to the development inbox", "by dev (console)",
            "on, at http://127.0.0.1:8080/dev/inbox", "open to everybody", "The configuration is good.",
        ] {
            #expect(out.contains(fact), "\(fact)")
        }
    }

    @Test func `check shows a production set-up and why the development inbox is off`() {
        let scenario = Scenario(
            """
            { public_url: "https://login.example.com", listen: "0.0.0.0:443", tls: { certificate: "/c", key: "/k" },
              email: { url: "smtps://mail.example.com", from: "Shop <shop@example.com>" },
              store: { url: "postgres://u:hunter2@h/d" }, redis: { url: "redis://:hunter2@h" },
              sms: { allowed_prefixes: ["+49"], gateways: [
                { name: "main", kind: "exec", program: "/bin/true" }, { name: "spare", kind: "exec", program: "/bin/x" }] } }
            """, files: ["/c": "", "/k": ""])
        let (code, out, _) = latchkey("check", in: scenario)
        #expect(code == .ok)
        for fact in [
            "config/latchkey.json5", "0.0.0.0:443, TLS with /c", "PostgreSQL and Redis",
            "by mail.example.com:465 (TLS), from Shop <shop@example.com>",
            "by main (exec), then spare (exec), to +49",
            "off: listen is 0.0.0.0:443, public_url is https://login.example.com, email.url is a real mail server",
        ] {
            #expect(out.contains(fact), "\(fact)")
        }
        #expect(!out.contains("hunter2"))
    }

    @Test func `check prints warnings and succeeds`() {
        let (code, out, _) = latchkey("check", in: Scenario("{\n redis: { url: 'redis://h' } }"))
        #expect(code == .ok)
        #expect(out.contains("warning: config/latchkey.json5:2: redis.url: is not used"))
        #expect(out.hasSuffix("The configuration is good, with warnings."))
    }

    @Test(arguments: ["check", "serve"])
    func `problems end the command with 78, all of them shown`(command: String) {
        let (code, out, error) = latchkey(command, in: Scenario("{ code: { length: 5, tries: 0 } }"))
        #expect(code == .configuration)
        #expect(out.isEmpty)
        #expect(error.contains("code.length") && error.contains("code.tries") && error.contains("2 problems"))
    }

    @Test(arguments: ["check", "serve"])
    func `a file that was named and is not there ends the command with 66`(command: String) {
        let (code, _, error) = latchkey(command, "--config", "none.json5")
        #expect(code == .missingInput)
        #expect(error == "latchkey: \"none.json5\": there is no such file")
    }

    @Test func `check prints the reference and the defaults`() {
        #expect(latchkey("check", "--reference").out + "\n" == Schema().reference)
        #expect(latchkey("check", "--print-defaults").out + "\n" == Schema().file)
    }
}
