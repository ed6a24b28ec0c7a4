import Domain
import Testing

@Suite struct EmailAddressTests {
    @Test(arguments: [
        "a@example.com", "first.last@example.com", "a+tag@example.com", "!#$%&'*+-/=?^_`{|}~@example.com",
        "1@1.example", "a@xn--bcher-kva.example", "a@a-b.example", "a@123.example",
        "a@" + String(repeating: "b", count: 63) + ".example",
        String(repeating: "a", count: 64) + "@example.com",
    ])
    func `an address of atoms and labels is taken as it is typed`(_ typed: String) throws {
        let address = try EmailAddress(parsing: typed)
        #expect(address.text == typed)
        #expect(address.canonical == typed)
    }

    static let refused: [EmailAddressError: [String]] = [
        .incomplete: [
            "", "example.com", "@example.com", "a@",
        ],
        .unprintable: [
            "a b@example.com", " a@example.com", "a@example.com ",
            "a@example.com\r\nRCPT TO:<b@example.com>", "a\r@example.com", "a\n@example.com",
            "a\0@example.com", "a\u{7F}@example.com", "a\t@example.com", "\u{430}@example.com",
            "a\u{301}@example.com", "a\u{200B}@example.com",
        ],
        .domainNotConverted: [
            "a@ex\u{A0}ample.com", "a@ex\u{E4}mple.com", "a@example\u{3002}com",
        ],
        .quotedLocalPart: [
            "\"a\"@example.com", "\"a@b\"@example.com",
        ],
        .localPart: [
            ".a@example.com", "a.@example.com", "a..b@example.com", "a@b@example.com", "a,b@example.com",
            "a<b@example.com", "a(b)@example.com", "a\\b@example.com", "a:b@example.com",
        ],
        .addressLiteral: [
            "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]",
        ],
        .numericTopLevel: [
            "a@192.0.2.1", "a@example.123",
        ],
        .singleLabel: [
            "a@localhost", "a@com",
        ],
        .domain: [
            "a@example.com.", "a@.example.com", "a@example..com", "a@-a.example", "a@a-.example",
            "a@a_b.example", "a@example.com/x", "a@example.com:25", "a@ex%61mple.com", "a@example.com>",
            "a@example.com?x", "a@example.com#x", "a@" + String(repeating: "b", count: 64) + ".example",
        ],
        .localPartTooLong: [
            String(repeating: "a", count: 65) + "@example.com"
        ],
        .tooLong: [
            String(repeating: "a", count: 2000) + "@example.com"
        ],
    ]

    @Test(arguments: refused.flatMap { reason, texts in texts.map { ($0, reason) } })
    func `anything else is refused with its reason`(_ typed: String, _ reason: EmailAddressError) {
        #expect(throws: reason) { try EmailAddress(parsing: typed) }
    }

    @Test func `an address has 254 bytes at most`() throws {
        let labels = String(repeating: "abcdefg.", count: 31)
        let longest = "a@" + labels + "exam"
        #expect(longest.utf8.count == 254)
        #expect(try EmailAddress(parsing: longest).text == longest)
        #expect(throws: EmailAddressError.tooLong) { try EmailAddress(parsing: "a" + longest) }
    }

    @Test func `case makes no difference, a dot and a tag do`() throws {
        let address = try EmailAddress(parsing: "Ann@Example.COM")
        #expect(address.text == "Ann@example.com")
        #expect(address.canonical == "ann@example.com")
        #expect(address == (try EmailAddress(parsing: "aNN@example.com")))
        #expect(Set([address, try EmailAddress(parsing: "ann@example.com")]).count == 1)
        #expect(address != (try EmailAddress(parsing: "a.nn@example.com")))
        #expect(address != (try EmailAddress(parsing: "ann+1@example.com")))
    }

    @Test(arguments: [
        "\u{430}nn@example.com", "\u{FF41}nn@example.com", "ann\u{FF20}example.com", "\u{212A}@example.com",
    ])
    func `a look-alike never gets in`(_ typed: String) {
        #expect(throws: EmailAddressError.self) { try EmailAddress(parsing: typed) }
    }

    @Test func `the edge gets a domain that it can convert`() throws {
        let parts = try EmailAddress.split("Ann@B\u{FC}cher.example")
        #expect(parts == (try EmailAddress.split("Ann@B\u{FC}cher.example")))
        #expect(parts.local == "Ann")
        #expect(parts.domain == "B\u{FC}cher.example")
        #expect(parts.needsConversion)
        let address = try EmailAddress(local: parts.local, domain: "xn--bcher-kva.example")
        #expect(address.text == "Ann@xn--bcher-kva.example")
        #expect(try !EmailAddress.split("ann@example.com").needsConversion)
    }

    @Test(arguments: [
        "\u{FC}/x", "\u{FC}:25", "\u{FC}%40", "user@\u{FC}", "\u{FC}?", "\u{FC}#", "\u{FC}\\", "\u{FC}[",
        "\u{FC} ",
    ])
    func `a domain adds nothing to the URL that converts it`(_ domain: String) {
        #expect(throws: EmailAddressError.self) { try EmailAddress.split("a@" + domain) }
    }

    @Test(arguments: [
        ("a\r\n", "example.com"), ("a@b", "example.com"), ("", "example.com"), ("a", "exa\r\nmple.com"),
        ("a", ""),
    ])
    func `two sides from elsewhere are checked all the same`(_ local: String, _ domain: String) {
        #expect(throws: EmailAddressError.self) { try EmailAddress(local: local, domain: domain) }
    }

    @Test func `localhost is for the sender alone`() throws {
        let sender = try EmailAddress(parsing: "no-reply@LOCALHOST", allowingLocalhost: true)
        #expect(sender.text == "no-reply@localhost")
        #expect(sender.masked == "n•••@l•••.localhost")
        #expect(throws: EmailAddressError.singleLabel) {
            try EmailAddress(parsing: "a@mailhost", allowingLocalhost: true)
        }
    }

    @Test(arguments: [
        ("a@example.com", "a•••@e•••.com"), ("Ann@mail.example.co.uk", "A•••@m•••.uk"),
        ("a.very.long.name@a.io", "a•••@a•••.io"),
    ])
    func `a mask shows the first letters and the last label`(_ typed: String, _ masked: String) throws {
        #expect(try EmailAddress(parsing: typed).masked == masked)
    }
}
