import Templates
import Testing

struct LanguageChoiceTests {
    private func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

    private func pick(
        _ request: String?, _ account: String?, _ field: String?,
        of available: [String] = ["en", "ru", "pt-br"]
    ) throws -> String {
        try LanguageChoice.pick(
            request: request, account: account, acceptLanguage: field, default: tag("en"),
            available: available.map(tag)
        ).text
    }

    @Test(
        arguments: [
            ("ru", "pt-BR", "pt-BR", "ru"),
            (nil, "ru", "pt-BR", "ru"),
            (nil, nil, "ru", "ru"),
            (nil, nil, nil, "en"),
            ("de", "ru", nil, "ru"),
            ("x", nil, "ru", "ru"),
            ("", "", "", "en"),
            ("RU-ru", nil, nil, "ru"),
            ("pt", nil, nil, "pt-br"),
            ("pt-PT", nil, nil, "pt-br"),
            ("ru_RU", nil, nil, "en"),
        ] as [(String?, String?, String?, String)])
    func `the request comes first, then the account, then the browser`(
        request: String?, account: String?, field: String?, expected: String
    ) throws {
        #expect(try pick(request, account, field) == expected)
    }

    @Test(arguments: [
        ("de, ru;q=0.8, en;q=0.9", "en"),
        ("en;q=0.8,ru;q=0.801", "ru"),
        ("ru;q=1.000, en;q=1", "ru"),
        ("en;q=0, ru;q=0.001", "ru"),
        ("en;q=0, *", "ru"),
        ("*;q=0.5", "en"),
        ("de, *;q=0.1", "en"),
        ("ru;q=0", "en"),
        ("ru;q=1.001, en", "en"),
        ("ru;q=2", "en"),
        ("ru;q=", "en"),
        ("ru;q=0.1234", "en"),
        ("ru;x=1", "en"),
        ("ru ; q=0.5 ,, ,de", "ru"),
        ("ru;Q=0.5", "ru"),
        (";q=1,ru", "ru"),
        ("ж,ru", "ru"),
    ])
    func `weights of Accept-Language are followed`(field: String, expected: String) throws {
        #expect(try pick(nil, nil, field) == expected)
    }

    @Test func `a long field is read to a bound`() throws {
        let many = String(repeating: "de,", count: 31)
        #expect(try pick(nil, nil, many + "ru") == "ru")
        #expect(try pick(nil, nil, many + "de,ru") == "en")
        #expect(try pick(nil, nil, String(repeating: " ", count: 1_000_000) + "ru") == "en")
    }

    @Test(arguments: [
        ("e", false), ("en", true), ("eng", true), ("engl", false), ("en-", false), ("-en", false),
        ("e1", false),
        ("en-12345678", true), ("en-123456789", false), ("en_US", false), ("../en", false),
        ("zh-Hans-TW", true),
        ("en-" + String(repeating: "a-", count: 20) + "a", false),
    ])
    func `tags are well formed`(text: String, isTag: Bool) {
        #expect((LanguageTag(text) != nil) == isTag)
    }
}
