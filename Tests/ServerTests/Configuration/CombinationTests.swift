import Testing

@testable import Server

struct CombinationTests {
    private static let real =
        "gateways: [{ name: 'main', kind: 'exec', program: '/bin/true' }], allowed_prefixes: ['+49']"
    private static let https = "public_url: 'https://login.example.com'"

    @Test(arguments: [
        (
            "{ tokens: { refresh_max: '6d' } }",
            "tokens.refresh_max: found \"6d\"; expected it at least as long as tokens.refresh_ttl (\"7d\")"
        ),
        (
            "{ tokens: { refresh_ttl: '10m', access_ttl: '10m' } }",
            "tokens.access_ttl: found \"10m\"; expected it shorter"
        ),
        (
            "{ tokens: { access_ttl: '30s' } }",
            "tokens.refresh_grace (default): found \"30s\"; expected it shorter"
        ),
        (
            "{ code: { resend_after: '5m' } }",
            "code.resend_after: found \"5m\"; expected it shorter than code.ttl"
        ),
        (
            "{ pairing: { rotate: '2m' } }",
            "pairing.rotate: found \"2m\"; expected it shorter than pairing.ttl"
        ),
        ("{ tls: { certificate: '/cert' } , \(https) }", "tls.certificate: set without tls.key"),
        ("{ tls: { key: '/key' }, \(https) }", "tls.key: set without tls.certificate"),
        (
            "{ tls: { certificate: '/none', key: '/key' }, \(https) }",
            "tls.certificate: found \"/none\"; it does not exist"
        ),
        (
            "{ tls: { certificate: '/cert', key: '/key' } }",
            "public_url (default): http://127.0.0.1:8080 is http"
        ),
        (
            "{ public_url: 'http://login.example.com' }",
            "public_url: http://login.example.com would send codes"
        ),
        ("{ trusted_proxies: ['::1', '0.0.0.0/0'] }", "trusted_proxies[1]: 0.0.0.0/0 is everybody"),
        ("{ metrics: { listen: '127.0.0.1:8080' } }", "metrics.listen: 127.0.0.1:8080 is taken by listen"),
        ("{ metrics: { listen: '0.0.0.0:8080' } }", "metrics.listen: 0.0.0.0:8080 is taken by listen"),
        ("{ languages: { default: 'de' } }", "languages.default: \"de\" is not built in"),
        ("{ languages: { templates: '/none' } }", "languages.templates: found \"/none\"; it does not exist"),
        ("{ geoip: { file: '/none' } }", "geoip.file: found \"/none\"; it does not exist"),
        ("{ email: { ca_file: '/none' } }", "email.ca_file: found \"/none\"; it does not exist"),
        ("{ email: { username: 'u' } }", "email.username: set without email.password_file"),
        ("{ email: { password_file: '/key' } }", "email.password_file: set without email.username"),
        (
            "{ email: { username: 'u', password_file: '/none' } }",
            "email.password_file: \"/none\": there is no such file"
        ),
        (
            "{ email: { url: 'smtp://mail.example.com', starttls: 'off', username: 'u', password_file: '/key' } }",
            "email.starttls: would send the password in clear text"
        ),
        (
            "{ sms: { gateways: [{ name: 'm', kind: 'exec', program: '/bin/true' }] } }",
            "sms.allowed_prefixes (default): a real gateway needs the prefixes"
        ),
        (
            "{ sms: { allowed_prefixes: ['+49'], gateways: [{ name: 'm', kind: 'exec', program: '/bin/true' }, "
                + "{ name: 'dev', kind: 'console' }] } }", "sms.gateways: a console gateway beside a real one"
        ),
        (
            "{ sms: { gateways: [{ name: 'a', kind: 'console' }, { name: 'a', kind: 'console' }] } }",
            "sms.gateways: two gateways are named \"a\""
        ),
        (
            "{ sms: { gateways: [{ name: 'a', kind: 'console', callback_secret: 'x' }] } }",
            "sms.gateways[0]: a console gateway gets no delivery reports"
        ),
        (
            "{ sms: { routes: [{ prefix: '+49', gateways: ['dve'] }] } }",
            "sms.routes: the route for +49 names \"dve\", which is no gateway; did you mean \"dev\"?"
        ),
        (
            "{ sms: { routes: [{ prefix: '+49', gateways: [] }] } }",
            "sms.routes: the route for +49 names no gateway"
        ),
        (
            "{ sms: { routes: [{ prefix: '+4', gateways: ['dev'] }, { prefix: '+4', gateways: ['dev'] }] } }",
            "sms.routes: two routes are for +4"
        ),
        (
            "{ clients: [{ id: 'a' }] }",
            "clients[0]: the client \"a\" needs at least one of \"redirect_uris\""
        ),
        (
            "{ clients: [{ id: 'a', redirect_uris: ['https://x/'], secret: 'short' }] }",
            "clients[0]: the secret of the client \"a\" is shorter than 32 characters"
        ),
        (
            "{ clients: [{ id: 'a', redirect_uris: ['https://x/'] }, { id: 'a', redirect_uris: ['https://x/'] }] }",
            "clients: two clients have the id \"a\""
        ),
        (
            "{ clients: [{ id: 'a', redirect_uris: ['https://x/'], secret: 'x', secret_file: '/long' }] }",
            "clients[0].secret_file: stands beside \"secret\""
        ),
        (
            "{ webhooks: [{ url: 'https://example.com' }] }",
            "webhooks[0]: needs \"secret\" or \"secret_file\""
        ),
        (
            "{ webhooks: [{ url: 'https://example.com', secret: 'short' }] }",
            "webhooks[0]: the secret is shorter"
        ),
        (
            "{ webhooks: [{ url: 'http://example.com', secret_file: '/long' }] }",
            "webhooks[0].url: would send"
        ),
        (
            "{ webhooks: [{ url: 'https://example.com', secret_file: '/none' }] }",
            "webhooks[0].secret_file: \"/none\": there is no such file"
        ),
    ])
    func `what cannot work together is refused`(text: String, problem: String) {
        let files = ["/cert": "c", "/key": "k", "/long": String(repeating: "s", count: 32)]
        let problems = Scenario(text, files: files).problems
        #expect(problems.count == 1, "\(problems)")
        let place = problem.prefix { $0 != ":" }.hasSuffix("(default)") ? "" : "config/latchkey.json5:1: "
        #expect(problems.first?.hasPrefix(place + problem) == true, "\(problems)")
    }

    @Test(arguments: [
        (
            "method: 'GET', url: 'https://x/?a={{to}}&b={{text}}', body: 'x'",
            "body: a GET request has no body"
        ),
        ("url: 'https://x/?a={{to}}'", ": neither \"url\" nor \"body\" holds {{text}}"),
        ("url: 'https://x/', body: '{{text}}'", ": neither \"url\" nor \"body\" holds {{to}}"),
        ("url: 'https://{{to}}.example.com/{{text}}'", ".url: found a value that is not shown; expected"),
        ("url: 'https://x{{to}}/{{text}}'", ".url: found a value that is not shown; expected"),
        ("url: 'https://x/{{to}}{{txet}}'", ".url: found a value that is not shown; expected"),
        ("url: 'https://x/{{to}}{{text'", ".url: found a value that is not shown; expected"),
        ("url: 'ftp://x/{{to}}{{text}}'", ".url: found a value that is not shown; expected"),
        (
            "url: 'https://x/{{to}}{{text}}', headers: { 'a b': 'c' }",
            ".headers: found a value that is not shown"
        ),
        ("url: 'https://x/{{to}}{{text}}', ok_status: [500]", ".ok_status[0]: found 500; expected"),
    ])
    func `a request template must make sense`(keys: String, problem: String) {
        let text = "{ sms: { allowed_prefixes: ['+49'], gateways: [{ name: 'a', kind: 'http', \(keys) }] } }"
        let problems = Scenario(text).problems
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    }

    @Test(arguments: [
        ("listen: '0.0.0.0:8080', public_url: 'https://login.example.com'", "listen is 0.0.0.0:8080"),
        ("listen: '192.168.1.5:8080', public_url: 'http://127.0.0.1'", "listen is 192.168.1.5:8080"),
        (https, "public_url is https://login.example.com"),
        ("public_url: 'http://192.168.1.5'", "public_url is http://192.168.1.5"),
        ("trusted_proxies: ['127.0.0.1']", "trusted_proxies is set"),
        ("email: { url: 'smtp://127.0.0.1:25' }", "email.url is a real mail server"),
        ("sms: { \(real) }", "sms.gateways has a real gateway"),
    ])
    func `a development inbox that strangers could open is refused, and off when nobody asked for it`(
        keys: String, reason: String
    ) throws {
        let asked = Scenario("{ \(keys), dev: { inbox: true } }").problems
        #expect(asked.count == 1, "\(asked)")
        #expect(asked.first?.contains("dev.inbox: would show sign-in codes to strangers") == true)
        #expect(asked.first?.contains(reason) == true)
        #expect(try !Scenario("{ \(keys) }").load().configuration.dev.inbox)
        #expect(try !Scenario("{ \(keys), dev: { inbox: false } }").load().configuration.dev.inbox)
        let fromEnvironment = Scenario("{ \(keys) }", environment: ["LATCHKEY_DEV_INBOX": "true"]).problems
        #expect(fromEnvironment.first?.hasPrefix("LATCHKEY_DEV_INBOX: would show") == true)
    }

    @Test func `on this machine the development inbox is on, asked for or not`() throws {
        #expect(try Scenario().load().configuration.dev.inbox)
        #expect(try Scenario("{ dev: { inbox: true } }").load().configuration.dev.inbox)
        let local = "{ listen: '[::1]:80', public_url: 'http://localhost', dev: { inbox: true } }"
        #expect(try Scenario(local).load().configuration.dev.inbox)
        #expect(try !Scenario("{ dev: { inbox: false } }").load().configuration.dev.inbox)
    }

    @Test(arguments: [
        (
            "{ listen: '0.0.0.0:80', \(https), email: { url: 'smtp://a.example', from: 'a@b.example' }, sms: { gateways: [] } }",
            ["listen: 0.0.0.0:80 answers without TLS, though public_url is https"]
        ),
        (
            "{ listen: '10.0.0.5:80', public_url: 'http://10.0.0.5', email: { url: 'smtp://a.example', from: 'a@b.example' },"
                + " sms: { gateways: [] } }",
            [
                "listen: 10.0.0.5:80 answers without TLS to other machines",
                "public_url: http://10.0.0.5 sends codes and tokens in clear text",
            ]
        ),
        (
            "{ listen: '0.0.0.0:80', trusted_proxies: ['10.0.0.1'], email: { url: 'smtp://a.example', from: 'a@b.example' },"
                + " sms: { gateways: [] } }",
            ["public_url (default): links and QR codes lead to http://127.0.0.1:8080"]
        ),
        (
            "{ email: { url: 'smtp://127.0.0.1' }, sms: { gateways: [] } }",
            ["email.from (default): many mail servers"]
        ),
        (
            "{ email: { url: 'smtp://127.0.0.1', from: 'a@b.example' } }",
            ["sms.gateways (default): nobody gets text"]
        ),
        ("{ sms: { \(real) } }", ["email.url (default): nobody gets mail"]),
        (
            "{ sms: { \(real), max_in_all: [] }, email: { url: 'smtp://a.example', from: 'a@b.example' } }",
            ["sms.max_in_all: is switched off"]
        ),
        ("{ redis: { url: 'redis://h' } }", ["redis.url: is not used"]),
        ("{ metrics: { listen: '0.0.0.0:9464' } }", ["metrics.listen: 0.0.0.0:9464 shows the figures"]),
        ("{ guesses: { refill_after: '1d' } }", ["guesses.refill_after: a stranger gets 375 guesses"]),
        ("{ guesses: { unknown_device: 50 } }", ["guesses.unknown_device: a stranger gets 62 guesses"]),
        (
            "{ listen: '0.0.0.0:80', \(https), trusted_proxies: ['10.0.0.1'],"
                + " email: { url: 'smtp://a.example', from: 'a@b.example' }, sms: { gateways: [] } }", []
        ),
        ("{}", []),
    ])
    func `what is doubtful is said and starts all the same`(text: String, warnings: [String]) throws {
        let found = try Scenario(text).warnings.sorted()
        #expect(found.count == warnings.count, "\(found)")
        for (line, start) in zip(found, warnings.sorted()) { #expect(line.contains(start)) }
    }

    @Test func `a value that cannot be read is not blamed twice`() {
        let text =
            "{ sms: { allowed_prefixes: 49, gateways: [{ name: 'm', kind: 'exec', program: '/bin/true' }] } }"
        #expect(Scenario(text).problems.count == 1)
    }
}
