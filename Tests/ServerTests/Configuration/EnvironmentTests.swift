import Testing

@testable import Server

struct EnvironmentTests {
    private func load(
        _ text: String? = nil, _ environment: [String: String], files: [String: String] = [:]
    ) throws -> Configuration {
        try Scenario(text, environment: environment, files: files).load().configuration
    }

    @Test func `the environment counts before the file, the file before the default`() throws {
        let text = "{ code: { length: 6, tries: 2 }, tokens: { access_ttl: '1m' } }"
        let configuration = try load(
            text, ["LATCHKEY_CODE_LENGTH": "8", "LATCHKEY_TOKENS_REFRESH_TTL": "1d"])
        #expect(configuration.code.length == 8)
        #expect(configuration.code.tries == 2)
        #expect(configuration.tokens.accessTTL == .seconds(60))
        #expect(configuration.tokens.refreshTTL == .seconds(86_400))
        #expect(configuration.code.sends == 3)
    }

    @Test func `a wrong value in the file does not matter when the environment overrides it`() throws {
        #expect(try load("{ code: { length: 5 } }", ["LATCHKEY_CODE_LENGTH": "6"]).code.length == 6)
    }

    @Test func `texts, numbers and flags need no quotes`() throws {
        let configuration = try load(
            nil,
            [
                "LATCHKEY_BRAND_NAME": "7", "LATCHKEY_SMS_USED_SHARE_FLOOR": "0.5",
                "LATCHKEY_METRICS_LISTEN": "",
                "LATCHKEY_PASSWORD_AT_REGISTRATION": "true", "LATCHKEY_REGISTRATION": "closed",
            ])
        #expect(configuration.brand.name == "7")
        #expect(configuration.sms.usedShareFloor == 0.5)
        #expect(configuration.metrics == nil)
        #expect(configuration.password.atRegistration)
        #expect(configuration.registration == .closed)
    }

    @Test(arguments: ["+49,+43", " +49 , +43 ", "['+49', \"+43\"]", "[\"+49\",\n\"+43\",]"])
    func `a list is JSON5 or separated by commas`(text: String) throws {
        #expect(try load(nil, ["LATCHKEY_SMS_ALLOWED_PREFIXES": text]).sms.allowedPrefixes == ["+49", "+43"])
    }

    @Test(arguments: ["", "[]"])
    func `an empty list is one too`(text: String) throws {
        let limits = try load(nil, ["LATCHKEY_LIMITS_START_PER_CONTACT": text]).limits
        #expect(limits.startPerContact.isEmpty)
    }

    @Test func `objects are JSON5`() throws {
        let text = "[{ id: 'shop', redirect_uris: ['https://shop.example.com/'] }]"
        #expect(try load(nil, ["LATCHKEY_CLIENTS": text]).clients.map(\.id) == ["shop"])
    }

    @Test(arguments: [
        ("LATCHKEY_CODE_LENGTH", "5", "LATCHKEY_CODE_LENGTH: found 5; expected 4, 6 or 8"),
        ("LATCHKEY_CODE_LENGTH", "four", "LATCHKEY_CODE_LENGTH: found \"four\"; expected 4, 6 or 8"),
        ("LATCHKEY_CODE_LENGTH", "", "LATCHKEY_CODE_LENGTH: found \"\"; expected 4, 6 or 8"),
        (
            "LATCHKEY_TOKENS_ACCESS_TTL", "15 minutes",
            "LATCHKEY_TOKENS_ACCESS_TTL: found \"15 minutes\"; expected a duration such as \"15m\" or \"1h30m\""
        ),
        ("LATCHKEY_PUBLIC_URL", "", "LATCHKEY_PUBLIC_URL: found \"\"; expected an http or https URL"),
        ("LATCHKEY_CLIENTS", "shop", "LATCHKEY_CLIENTS: is not JSON5"),
        ("LATCHKEY_CLIENTS", "[{ id: 'a', id: 'b' }]", "LATCHKEY_CLIENTS: the key [0].id stands twice"),
        ("LATCHKEY_CLIENTS", "[{ idd: 'a' }]", "LATCHKEY_CLIENTS: clients[0]: the key \"id\" is missing"),
        (
            "LATCHKEY_TRUSTED_PROXIES", "::1,x",
            "LATCHKEY_TRUSTED_PROXIES: trusted_proxies[1]: found \"x\"; expected"
        ),
        ("LATCHKEY_TRUSTED_PROXIES", "[", "LATCHKEY_TRUSTED_PROXIES: is not JSON5"),
        ("LATCHKEY_EMIAL_URL", "x", "LATCHKEY_EMIAL_URL: unknown variable; did you mean LATCHKEY_EMAIL_URL?"),
        (
            "LATCHKEY_EMAIL_PASSWORD", "x",
            "LATCHKEY_EMAIL_PASSWORD: unknown variable; did you mean LATCHKEY_EMAIL_PASSWORD_FILE?"
        ),
        ("LATCHKEY_XYZZY", "x", "LATCHKEY_XYZZY: unknown variable"),
        ("LATCHKEY_", "x", "LATCHKEY_: unknown variable"),
        ("LATCHKEY_BRAND_NAME_FILE", "/none", "LATCHKEY_BRAND_NAME_FILE: \"/none\": there is no such file"),
        ("LATCHKEY_CODE_LENGTH_FILE", "/five", "LATCHKEY_CODE_LENGTH_FILE: found 5; expected 4, 6 or 8"),
    ])
    func `a wrong variable is named`(name: String, value: String, problem: String) {
        let problems = Scenario(environment: [name: value], files: ["/five": "5\n"]).problems
        #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
    }

    @Test func `variables of others are left alone`() throws {
        _ = try load(nil, ["LATCHKEYS": "x", "latchkey_code_length": "9", "PATH": "/bin"])
    }

    @Test(arguments: [("Example", "Example"), ("Example\n", "Example"), ("Example\r\n", "Example")])
    func `a value may come from a file, without its line end`(content: String, name: String) throws {
        let configuration = try load(nil, ["LATCHKEY_BRAND_NAME_FILE": "/name"], files: ["/name": content])
        #expect(configuration.brand.name == name)
    }

    @Test func `only one line end is taken away`() {
        let scenario = Scenario(environment: ["LATCHKEY_BRAND_NAME_FILE": "/name"], files: ["/name": "a\n\n"])
        #expect(
            scenario.problems == [
                "LATCHKEY_BRAND_NAME_FILE: found \"a\\n\"; expected a text that is not empty"
            ])
    }

    @Test func `a variable and its file together are refused`() {
        let scenario = Scenario(
            environment: ["LATCHKEY_BRAND_NAME": "a", "LATCHKEY_BRAND_NAME_FILE": "/name"],
            files: ["/name": "b"])
        #expect(
            scenario.problems
                == ["LATCHKEY_BRAND_NAME_FILE: set beside LATCHKEY_BRAND_NAME; only one of the two can count"]
        )
    }

    @Test func `a key that ends in file is a path, not a value to be read from there`() throws {
        #expect(try load(nil, ["LATCHKEY_SECRET_FILE": "/var/secret"]).secretFile == "/var/secret")
    }

    @Test func `every key can be set by its variable alone`() throws {
        for entry in Schema().entries where !entry.path.isInsideItem {
            guard let standard = entry.standard else { continue }
            let text = if case .text(let text) = standard { text } else { standard.json5 }
            let problems = Scenario(environment: [entry.path.environmentName: text]).problems
            #expect(problems.isEmpty, "\(entry.path)")
        }
    }
}
