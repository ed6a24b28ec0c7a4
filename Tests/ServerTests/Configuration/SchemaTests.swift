import Testing

@testable import Server

struct SchemaTests {
    private let schema = Schema()

    @Test func `the shipped file is what the schema prints`() throws {
        #expect(try Repository.text(of: "config/latchkey.json5") == schema.file)
    }

    @Test func `the reference is what the schema prints`() throws {
        #expect(try Repository.text(of: "docs/configuration.md") == schema.reference)
    }

    @Test func `the shipped file states every key, nothing else, and exactly the defaults`() throws {
        let text = try Repository.text(of: "config/latchkey.json5")
        let stated = text.replacing("// inbox:", with: "inbox:")
        #expect(stated != text)
        let tree = try #require(ConfigValue(json5: stated.utf8))
        let expected = schema.entries.filter { !$0.path.isInsideItem }
        #expect(Set(leaves(of: tree)) == Set(expected.map(\.path)))
        for entry in expected { #expect(value(at: entry.path, in: tree) == entry.standard, "\(entry.path)") }
        #expect(Scenario(stated).problems.isEmpty)
        #expect(try Scenario(text).warnings.isEmpty)
    }

    @Test func `with the shipped file the development inbox still goes off beside a real channel`() throws {
        let text = try Repository.text(of: "config/latchkey.json5")
        let scenario = Scenario(text, environment: ["LATCHKEY_EMAIL_URL": "smtp://mail.example.com"])
        #expect(try !scenario.load().configuration.dev.inbox)
    }

    @Test func `every key is explained and every example is one the key takes`() throws {
        for entry in schema.entries {
            #expect(entry.meaning.hasSuffix("."), "\(entry.path)")
            guard let example = entry.example, !entry.path.isInsideItem else { continue }
            let value = try #require(ConfigValue(json5: example.utf8), "\(entry.path)")
            #expect(value != entry.standard, "\(entry.path)")
            // Combinations may be wrong (a certificate without its key), the value itself may not.
            let problems = Scenario(tree(value, at: entry.path).json5).problems
            #expect(
                !problems.contains { $0.contains("; expected ") && !$0.contains("expected it") },
                "\(problems)")
        }
    }

    @Test func `every sample of a list item is a good one`() throws {
        let files = Dictionary(
            ["twilio", "vonage", "smsc", "kannel", "webhook"].map {
                ("/run/secrets/\($0)", String(repeating: "s", count: 32))
            }, uniquingKeysWith: { first, _ in first })
        for entry in schema.entries {
            for sample in entry.samples {
                let text = tree(.list([sample]), at: entry.path).json5
                let problems = Scenario(text, files: files).problems.filter {
                    // A lone sample has no prefixes and no gateway to route to.
                    !$0.contains("a real gateway needs") && !$0.contains("which is no gateway")
                }
                #expect(problems.isEmpty, "\(problems)")
            }
        }
    }

    @Test func `no two keys share a variable, nor does one read another's file`() {
        let names = schema.entries.filter { !$0.path.isInsideItem }.map(\.path.environmentName)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { !names.contains($0 + "_FILE") })
    }

    @Test func `the defaults are those of the HTTP contract`() throws {
        let configuration = try Scenario().load().configuration
        #expect(configuration.publicURL.description == "http://127.0.0.1:8080")
        #expect(configuration.listen.description == "127.0.0.1:8080")
        #expect(configuration.metrics?.description == "127.0.0.1:9464")
        #expect(configuration.secretFile == "data/secret")
        #expect(configuration.code.length == 4)
        #expect(configuration.code.ttl == .seconds(300))
        #expect(configuration.code.tries == 3)
        #expect(configuration.code.sends == 3)
        #expect(configuration.guesses.unknownDevice == 10)
        #expect(configuration.guesses.knownDevice == 5)
        #expect(configuration.guesses.refillAfter == .seconds(30 * 86_400))
        #expect(configuration.tokens.accessTTL == .seconds(900))
        #expect(configuration.tokens.refreshTTL == .seconds(7 * 86_400))
        #expect(configuration.tokens.refreshMax == .seconds(30 * 86_400))
        #expect(configuration.pairing.ttl == .seconds(120))
        #expect(configuration.limits.startPerContact == [Rate(count: 30, per: .seconds(3_600))])
        #expect(configuration.sms.gateways.map(\.name) == ["dev"])
    }

    private func leaves(of value: ConfigValue, at path: ConfigPath = ConfigPath()) -> [ConfigPath] {
        guard case .object(let members) = value else { return [path] }
        return members.flatMap { leaves(of: $0.value, at: path.key($0.key)) }
    }

    private func value(at path: ConfigPath, in tree: ConfigValue) -> ConfigValue? {
        path.steps.reduce(tree) { tree, step in
            guard case .key(let key) = step, case .object(let members)? = tree else { return nil }
            return members[key]
        }
    }

    private func tree(_ value: ConfigValue, at path: ConfigPath) -> ConfigValue {
        path.steps.reversed().reduce(value) { inner, step in
            if case .key(let key) = step { .object([key: inner]) } else { inner }
        }
    }
}
