import Testing

@testable import Templates

struct LintTests {
    private static let mail = "Subject: Code\n\n{{code}} is it.\n"

    @Test(arguments: [
        (
            "en/sign-in-code.txt", "Subject: S\n\n{{code}}\n\n{{cod}}", 5,
            "unknown variable cod; this message has"
        ),
        ("en/welcome.txt", "Subject: S\n\nHello {{code}}", 3, "unknown variable code; this message has"),
        ("en/sign-in-code.txt", "Subject: S\n\n{{code}} {{full}}", 3, "unknown variable full"),
        ("en/sign-in-code.txt", "Subject: {{code}}\n\n{{code}}", 1, "a code in the subject shows"),
        ("en/sign-in-code.txt", "Subject: S\n\n{{code}}\n{{#place}}", 4, "the section place does not end"),
        ("en/sign-in-code.txt", "{{code}}\n", 1, "does not begin with `Subject: …`"),
        ("en/sign-in-code.txt", "Subject: S\n{{code}}\n", 1, "does not begin with `Subject: …`"),
        ("en/sign-in-code.txt", "Subject: {{place}}\n\n{{code}}", 1, "the subject is empty"),
        (
            "en/sign-in-code.txt", "Subject: S\n\nHere it is:\n{{code}}", 3,
            "the first line does not hold the code"
        ),
        ("en/welcome.txt", "Subject: S\n\nSince 2026!", 3, "the first line has four or more digits"),
        ("en/sign-in-code.txt", "Subject: S\n\n{{code}}\n{{> nowhere}}", 4, "unknown partial nowhere"),
        ("en/sign-in-code.html", "<p>\n{{{code}}}", 2, "code would go out unescaped; write {{code}}"),
        ("en/sign-in-code.html", "{{code}}{{&place}}", 1, "place would go out unescaped"),
        (
            "en/sign-in-code.html", "{{code}}\n<a href={{stop_url}}>", 2,
            "stop_url stands in an attribute without"
        ),
        ("en/sign-in-code.html", "<p>Nothing</p>", 1, "the code does not show"),
        ("en/sign-in-code.html", "{{code}}<script>", 1, "mail programs run no script"),
        ("en/sign-in-code.html", "{{code}}{{> content}}", 1, "the partial content includes itself"),
        ("en/sign-in-code.sms.txt", "{{code}}", 1, "the origin line is missing; the last line is exactly"),
        ("en/sign-in-code.sms.txt", "{{code}}\n@{{host}} #{{code}} ", 1, "the origin line is missing"),
        (
            "en/sign-in-code.sms.txt", "{{code}}\n@{{host}} #{{code}}\nBye", 1,
            "the origin line is not the last"
        ),
        ("en/sign-in-code.sms.txt", "Code:\n@{{host}} #{{code}}", 1, "the first line does not hold the code"),
        ("en/welcome.sms.txt", "{{nobody}}", 1, ""),
        ("en/sign-in.txt", "", 1, "no message has this file"),
        ("sign-in-code.txt", "", 1, "no message has this file"),
        ("../en/sign-in-code.txt", "", 1, "no message has this file"),
        ("english/sign-in-code.txt", "", 1, "no message has this file"),
    ])
    func `each fault is told with its file and line`(
        file: String, text: String, line: Int, problem: String
    ) throws {
        let findings = try Fixtures.findings([file: text])
        if problem.isEmpty {
            #expect(findings == [])
        } else {
            #expect(findings.contains { $0.hasPrefix("\(file):\(line): \(problem)") }, "\(findings)")
            #expect(findings.allSatisfy { $0.hasPrefix("\(file):") })
        }
    }

    @Test func `an SMS over one segment is told with its size`() throws {
        let long = String(repeating: "a", count: 120)
        let findings = try Fixtures.findings([
            "en/sign-in-code.sms.txt": "{{code}} \(long)\n@{{host}} #{{code}}",
            "ru/sign-in-code.sms.txt":
                "{{code}} — код, никому его не говорите, даже нам.\n@{{host}} #{{code}}",
        ])
        #expect(
            findings.contains {
                $0.contains("en/sign-in-code.sms.txt:1: takes up to 2 segments (166 units of GSM-7")
            })
        #expect(findings.contains { $0.contains("ru/sign-in-code.sms.txt:1: takes up to 2 segments") })
        #expect(findings.allSatisfy { $0.contains("takes up to 2 segments") })
    }

    @Test func `a fault in a partial is told once, in the partial`() throws {
        let findings = try Fixtures.findings(["en/_details.txt": "{{> time}}\n{{nobody}}"])
        #expect(findings.count == 1)
        #expect(
            findings.first?.hasPrefix("en/_details.txt:2: unknown variable nobody; this message has") == true)
    }

    @Test func `partials that include each other are told`() throws {
        let findings = try Fixtures.findings([
            "en/_a.txt": "{{> b}}", "en/_b.txt": "{{> a}}", "en/_time.txt": "{{> a}}",
        ])
        #expect(
            findings.contains(
                "en/_b.txt:1: the partial a includes itself without end; take one of the tags out"))
    }

    @Test func `a new language has every message`() throws {
        let findings = try Fixtures.findings(["de/welcome.txt": "Subject: Hallo\n\nHallo!"])
        #expect(findings.contains { $0.hasPrefix("de/sign-in-code.txt:1: is missing") })
        #expect(findings.contains { $0.hasPrefix("de/sign-in-code.sms.txt:1: is missing") })
        #expect(
            !findings.contains { $0.hasPrefix("de/welcome.txt") || $0.hasPrefix("de/no-account.sms.txt") })
        // Two files for each message, and the SMS of those that go that way, but for the one that is there.
        #expect(findings.count == 14 * 2 + 12 - 1)
    }

    @Test func `a new language needs no frame of its own`() throws {
        var files: [String: String] = [:]
        for kind in MessageKind.allCases {
            let code = kind.carriesCode ? "{{code}}" : "Hallo"
            files["de/\(kind.rawValue).txt"] = "Subject: Hallo\r\n\r\n\(code)\r\n"
            files["de/\(kind.rawValue).html"] = "<p>\(code)</p>\n"
            files["de/\(kind.rawValue).sms.txt"] =
                kind.carriesCode ? "{{code}}\r\n@{{host}} #{{code}}\r\n" : "Hallo\n"
        }
        let catalogue = try Fixtures.catalogue(files, default: "de")
        #expect(catalogue.languages.map(\.text) == ["de", "en", "ru"])
        let german = try Fixtures.language("de")
        let mail = try #require(try catalogue.email(.signInCode(Fixtures.notice()), in: german))
        #expect(mail.text == "4817")
        #expect(mail.html.contains("<p>4817</p>") && mail.html.contains("lang=\"de\""))
        #expect(
            try catalogue.sms(.signInCode(Fixtures.notice()), in: german)?.text
                == "4817\n@login.example.com #4817")
    }

    @Test func `an override takes the place of one file alone`() throws {
        let catalogue = try Fixtures.catalogue(["ru/sign-in-code.txt": Self.mail])
        let russian = try Fixtures.language("ru")
        let mail = try #require(try catalogue.email(.signInCode(Fixtures.notice()), in: russian))
        #expect(mail.subject == "Code" && mail.text == "4817 is it.")
        #expect(mail.html.contains("Вход в Latchkey"))
    }

    @Test func `the default language has templates`() throws {
        let findings = try Fixtures.findings(default: "de")
        #expect(
            findings == [
                "de:1: the default language has no templates; choose one of en, ru, or add this folder"
            ])
    }

    @Test func `a site that the built-in templates do not fit is told`() throws {
        let year = MessageSite(brand: "Club 2026", url: "https://example.com", host: "example.com")
        #expect(
            try Fixtures.findings(site: year).contains {
                $0.hasPrefix("built-in:en/welcome.txt:3: the first line")
            })
    }
}
