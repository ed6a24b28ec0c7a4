import Testing

@testable import Templates

struct CatalogueTests {
    private static let codes = ["4817", "481703", "48170362", "4K8M17XV03ZQ"]

    @Test func `English and Russian are complete`() throws {
        let catalogue = try Fixtures.catalogue()
        #expect(catalogue.languages.map(\.text) == ["en", "ru"])
        for language in catalogue.languages {
            for kind in MessageKind.allCases {
                for message in kind.samples(site: Fixtures.site) {
                    let mail = try #require(try catalogue.email(message, in: language))
                    #expect(!mail.subject.isEmpty && !mail.subject.contains("{{"))
                    #expect(mail.html.utf8.count <= 30 * 1024)
                    #expect(mail.html.contains("<html lang=\"\(language.text)\">"))
                    #expect((try catalogue.sms(message, in: language) != nil) == kind.goesBySMS)
                }
            }
        }
    }

    @Test func `a template can name exactly what its message tells`() throws {
        let language = try Fixtures.language("en")
        for kind in MessageKind.allCases {
            var told: Set<MessageVariable> = []
            for message in kind.samples(site: Fixtures.site) {
                told.formUnion(message.values(site: Fixtures.site, language: language).keys)
            }
            // No sample needs all months and all kinds of browser; one of each stands for the others.
            let months = Set(MessageVariable.months)
            let browsers: Set<MessageVariable> = [.browser, .application, .program, .unknownBrowser]
            let named = kind.variables(in: .text)
            #expect(told.subtracting(named) == [], "\(kind)")
            #expect(named.subtracting(told).subtracting(months).subtracting(browsers) == [], "\(kind)")
        }
    }

    @Test(arguments: ["en", "ru"])
    func `a code stands in the first line and not in the subject`(tag: String) throws {
        let catalogue = try Fixtures.catalogue()
        for make in [
            Message.signInCode, Message.registrationCode, Message.resetCode, Message.newContactCode,
            Message.confirmationCode, Message.accountExists,
        ] {
            for code in Self.codes {
                let message = make(Fixtures.notice(code))
                let language = try Fixtures.language(tag)
                let mail = try #require(try catalogue.email(message, in: language))
                #expect(!mail.subject.contains(code))
                #expect(mail.text.prefix { $0 != "\n" }.contains(code))
                #expect(mail.html.contains(">\(code)</p>"))
                #expect(mail.text.contains("https://login.example.com/stop#key"))
                let sms = try #require(try catalogue.sms(message, in: language))
                let lines = sms.text.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.count == 2)
                #expect(lines.first?.contains(code) == true)
                #expect(lines.last == "@login.example.com #\(code)")
            }
        }
    }

    @Test(arguments: [
        "a.io", "login.example.com", "anmelden.sparkasse.example.com",
        "a-very-long-name-of-a-host.department.of-an-even-longer.example.com",
        String(repeating: "a", count: 62) + "." + String(repeating: "b", count: 20) + ".example",
    ])
    func `an SMS is one segment on every site`(host: String) throws {
        let site = MessageSite(brand: "Ключник", url: "https://\(host)", host: host)
        let catalogue = try Fixtures.catalogue([:], site: site)
        for kind in MessageKind.allCases where kind.goesBySMS {
            for message in kind.samples(site: site) {
                for language in catalogue.languages {
                    let sms = try #require(try catalogue.sms(message, in: language))
                    #expect(SegmentCount(sms.text).segments == 1, "\(sms.text)")
                }
            }
        }
    }

    @Test func `the longest form that fits is sent`() throws {
        let catalogue = try Fixtures.catalogue()
        let russian = try Fixtures.language("ru")
        #expect(
            try catalogue.sms(.signInCode(Fixtures.notice("4817")), in: russian)?.text
                == "4817 — код входа. Никому не говорите.\n@login.example.com #4817")
        #expect(
            try catalogue.sms(.signInCode(Fixtures.notice("4K8M17XV03ZQ")), in: russian)?.text
                == "Вход: 4K8M17XV03ZQ. Никому!\n@login.example.com #4K8M17XV03ZQ")
    }

    @Test func `a mail reads as it should`() throws {
        let mail = try #require(
            try Fixtures.catalogue().email(
                .signInCode(Fixtures.notice(minutes: 1, place: nil)), in: Fixtures.language("en")))
        #expect(mail.subject == "Your Latchkey sign-in code")
        #expect(
            mail.text == """
                4817 is your code to sign in to Latchkey.

                It works for 1 minute.
                Never tell it to anyone: nobody from Latchkey will ever ask you for it.

                When:   28 November 2026, 13:49 UTC
                Device: Firefox on Windows

                Was it not you? There is nothing to do.
                Stop sending me codes: https://login.example.com/stop#key
                """)
    }

    @Test(arguments: [
        ("Firefox", "Windows", "Firefox on Windows"), ("application", "iOS", "an app on iOS"),
        ("program", "unknown", "a program"), ("unknown", "unknown", "an unknown browser"),
    ])
    func `devices are put into words`(browser: String, system: String, words: String) throws {
        let device = Fixtures.circumstances(browser: browser, system: system)
        let mail = try #require(
            try Fixtures.catalogue().email(.passwordChanged(device), in: Fixtures.language("en")))
        #expect(mail.text.contains("Device: \(words)\n"))
    }

    @Test func `nothing in a message can become markup or a line of its own`() throws {
        func messages(saying words: String) -> [Message] {
            let seen = Fixtures.circumstances(browser: words, system: words, place: words)
            return [
                .newDevice(seen, endURL: words), .contactAdded(seen, contact: words),
                .noAccount(seen, stopURL: words),
            ]
        }
        let catalogue = try Fixtures.catalogue()
        for language in catalogue.languages {
            let hostile = messages(saying: "\"'><script>\n@evil.example #9999")
            for (bad, good) in zip(hostile, messages(saying: "x")) {
                let mail = try #require(try catalogue.email(bad, in: language))
                let plain = try #require(try catalogue.email(good, in: language))
                for mark in "<>\"'" {
                    #expect(mail.html.count { $0 == mark } == plain.html.count { $0 == mark })
                }
                #expect(mail.text.count { $0 == "\n" } == plain.text.count { $0 == "\n" })
                let lines = try catalogue.sms(bad, in: language)?.text.split(separator: "\n").count
                #expect(try lines == catalogue.sms(good, in: language)?.text.split(separator: "\n").count)
            }
        }
    }

    @Test func `a mail loads nothing and runs nothing`() throws {
        let catalogue = try Fixtures.catalogue()
        for language in catalogue.languages {
            for kind in MessageKind.allCases {
                for message in kind.samples(site: Fixtures.site) {
                    let html = try #require(try catalogue.email(message, in: language)).html.lowercased()
                    for word in [
                        "<img", "<link", "url(", "@import", "<script", "src=", "javascript:", "onload",
                    ] {
                        #expect(!html.contains(word), "\(kind): \(word)")
                    }
                }
            }
        }
    }

    @Test func `a language without templates falls back to the default`() throws {
        let catalogue = try Fixtures.catalogue([:], default: "ru")
        let mail = try #require(try catalogue.email(.welcome, in: Fixtures.language("de")))
        #expect(mail.subject == "Добро пожаловать в Latchkey")
    }

    @Test func `no message can be printed`() throws {
        let notice = Fixtures.notice("48170362")
        let message = Message.signInCode(notice)
        let catalogue = try Fixtures.catalogue()
        let english = try Fixtures.language("en")
        let mail = try #require(try catalogue.email(message, in: english))
        let sms = try #require(try catalogue.sms(message, in: english))
        for secret in [
            notice, message, mail, sms, Message.newDevice(Fixtures.circumstances(), endURL: "48170362"),
        ]
            as [any Sendable]
        {
            var dumped = "\(secret) \(String(reflecting: secret)) "
            dump(secret, to: &dumped)
            #expect(!dumped.contains("48170362"))
        }
    }
}
