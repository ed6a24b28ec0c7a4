import Domain
import Testing

@testable import Server

struct ProblemTests {
    @Test func `a wrong value is named with file, line, what was found and what would be right`() {
        let text = String(repeating: "\n", count: 11) + "{tokens: { access_ttl: '15 minutes' }}"
        #expect(
            Scenario(text).problems == [
                #"config/latchkey.json5:12: tokens.access_ttl: found "15 minutes"; "#
                    + #"expected a duration such as "15m" or "1h30m""#
            ])
    }

    @Test func `everything wrong is reported at once, in the order of the file`() {
        let scenario = Scenario(
            """
            {
              listen: 8080,
              code: { length: 5, ttl: "20m" },
              tokens: { refresh_tll: "1d" },
              limits: { start_per_contact: ["30/1h", "0/1h"] },
              dev: 1,
            }
            """, environment: ["LATCHKEY_LOG_LEVEL": "loud", "LATCHKEY_CODE_TRIE": "1"])
        #expect(
            scenario.problems == [
                #"config/latchkey.json5:2: listen: found 8080; expected an address and port such as "#
                    + #""127.0.0.1:8080" or "[::1]:8080""#,
                "config/latchkey.json5:3: code.length: found 5; expected 4, 6 or 8",
                #"config/latchkey.json5:3: code.ttl: found "20m"; expected a duration from 1s to 15m"#,
                #"config/latchkey.json5:4: tokens.refresh_tll: unknown key; did you mean "refresh_ttl"?"#,
                #"config/latchkey.json5:5: limits.start_per_contact[1]: found "0/1h"; expected a rate such as "10/1h""#,
                "config/latchkey.json5:6: dev: found 1; expected an object { … }",
                "LATCHKEY_CODE_TRIE: unknown variable; did you mean LATCHKEY_CODE_TRIES?",
                #"LATCHKEY_LOG_LEVEL: found "loud"; expected "debug", "info", "warning" or "error""#,
            ])
    }

    @Test(arguments: [
        ("{ code: { length: '4' } }", "code.length: found \"4\"; expected 4, 6 or 8"),
        ("{ code: { tries: 2.5 } }", "code.tries: found 2.5; expected a whole number from 1 to 10"),
        ("{ code: { tries: 0 } }", "code.tries: found 0; expected a whole number from 1 to 10"),
        ("{ code: { tries: null } }", "code.tries: found null; expected a whole number from 1 to 10"),
        ("{ code: { tries: true } }", "code.tries: found true; expected a whole number from 1 to 10"),
        ("{ password: { at_registration: 1 } }", "password.at_registration: found 1; expected true or false"),
        ("{ registration: {} }", "registration: found an object { … }; expected \"open\" or \"closed\""),
        ("{ trusted_proxies: '10.0.0.0/8' }", "trusted_proxies: found \"10.0.0.0/8\"; expected a list"),
        ("{ trusted_proxies: ['::1', 4] }", "trusted_proxies[1]: found 4; expected a network"),
        ("{ sms: { used_share_floor: 2 } }", "sms.used_share_floor: found 2; expected a share from 0 to 1"),
        ("{ secret_file: '' }", "secret_file: found \"\"; expected the path"),
        ("{ brand: { name: 'a\\nb' } }", "brand.name: found \"a\\nb\"; expected a text"),
        ("{ clients: {} }", "clients: found an object { … }; expected a list of objects"),
        ("{ clients: [1] }", "clients[0]: found 1; expected an object { … }"),
        ("{ clients: [{}] }", "clients[0]: the key \"id\" is missing; expected a name"),
        (
            "{ sms: { gateways: [{ name: 'a', kind: 'pigeon' }] } }",
            "sms.gateways[0].kind: found \"pigeon\"; expected"
        ),
    ])
    func `a value of the wrong kind says what would be right`(text: String, problem: String) {
        let problems = Scenario(text).problems
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("config/latchkey.json5:1: " + problem) == true, "\(problems)")
    }

    @Test(arguments: [
        ("{ tokens: { acces_ttl: 1 } }", "tokens.acces_ttl: unknown key; did you mean \"access_ttl\"?"),
        ("{ access_ttl: '1m' }", "access_ttl: unknown key; did you mean \"tokens.access_ttl\"?"),
        ("{ ttl: '1m' }", "ttl: unknown key; did you mean \"code.ttl\" or \"pairing.ttl\"?"),
        ("{ xyzzy: 1 }", "xyzzy: unknown key"),
        ("{ emial: { url: 'x' } }", "emial: unknown key; did you mean \"email\"?"),
        (
            "{ sms: { routes: [{ prefix: '+49', gateways: ['dev'], gateway: 1 }] } }",
            "sms.routes[0].gateway: unknown key; did you mean \"gateways\"?"
        ),
        (
            "{ sms: { gateways: [{ name: 'a', kind: 'console', url: 'x' }] } }",
            "sms.gateways[0].url: unknown key"
        ),
    ])
    func `an unknown key suggests the nearest`(text: String, problem: String) {
        #expect(Scenario(text).problems == ["config/latchkey.json5:1: " + problem])
    }

    @Test func `a doubled key is refused`() {
        #expect(
            Scenario("{ code: { tries: 3,\n tries: 3 } }").problems
                == ["config/latchkey.json5:2: code.tries: stands twice; first on line 1"])
    }

    @Test(arguments: [
        ("{\n listen: }", "config/latchkey.json5:2: expected a value, found }"),
        ("[]", "config/latchkey.json5:1: expected an object { … }"),
        (
            "{\n code: { tries: 0x } }",
            "config/latchkey.json5:2: code.tries: a number or a text that JSON5 does not allow"
        ),
    ])
    func `what is not JSON5 is refused with its line`(text: String, problem: String) {
        #expect(Scenario(text).problems == [problem])
    }

    @Test(arguments: [
        "{ store: { url: 'postgrs://u:hunter2@h/d' } }",
        "{ redis: { url: 'http://u:hunter2@h' } }",
        "{ email: { url: 'smtp://u:hunter2@h' } }",
        "{ email: { password: hunter2 } }",
        "{ webhooks: [{ url: 'https://example.com', secret: ['hunter2'] }] }",
        "{ sms: { gateways: [{ name: 'a', kind: 'http', url: 'hunter2', headers: { a: 'hunter2\\n' } }] } }",
        "{ sms: { gateways: [{ name: 'a', kind: 'http', url: 'https://x/{{hunter2}}', body: '{{hunter2}}' }] } }",
        "{ clients: [{ id: 'a', redirect_uris: ['https://x/'], secret: 'hunter2' }] }",
    ])
    func `a refusal never repeats a secret`(text: String) {
        let problems = Scenario(text).problems
        #expect(!problems.isEmpty)
        #expect(!problems.joined().contains("hunter2"), "\(problems)")
    }

    @Test func `what a terminal would act on is shown as an escape`() {
        let problems = Scenario("{ registration: '\\u001b[2J' }").problems.joined()
        #expect(problems.contains("\\u001b[2J"))
    }

    @Test func `a loaded secret does not show when the configuration is dumped`() throws {
        let text = """
            { store: { url: "postgres://u:hunter2@h/d" }, redis: { url: "redis://:hunter2@h" },
              email: { url: "smtp://localhost", username: "u", password_file: "/pw" },
              webhooks: [{ url: "https://example.com", secret: "hunter2hunter2hunter2hunter2hunter2" }],
              sms: { allowed_prefixes: ["+49"], gateways: [{ name: "a", kind: "http", url: "https://x/{{to}}{{text}}",
                headers: { Authorization: "hunter2" } }] } }
            """
        let loaded = try Scenario(text, files: ["/pw": "hunter2\n"]).load()
        #expect(loaded.configuration.email.password?.reveal() == "hunter2")
        var dumped = ""
        dump(loaded, to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }
}
