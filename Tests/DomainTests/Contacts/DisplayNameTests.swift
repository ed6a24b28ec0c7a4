import Domain
import Testing

@Suite struct DisplayNameTests {
    @Test(arguments: [
        ("Kitchen tablet", "Kitchen tablet"), ("  Anna's   iPhone\n", "Annas iPhone"), ("a\tb\r\nc", "a b c"),
        ("<b>x</b> & y", "bxb y"), ("http://example.com/?a=1", "httpexamplecoma1"),
        ("Телефон 2", "Телефон 2"), ("电视", "电视"), ("हिन्दी", "हिन्दी"), ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
        ("a\u{202E}b\u{200B}c\u{2066}d", "abcd"), ("a - b", "a b"), ("x\u{1F600}y", "xy"),
        ("a\u{301}\u{302}\u{303}\u{304}b\u{301}", "a\u{301}\u{302}b\u{301}"), ("a-\u{301}b", "ab"),
        ("a \u{301}b", "a b"), ("\u{301}a", "a"),
    ])
    func `letters, digits and single spaces stay`(_ typed: String, _ shown: String) {
        #expect(DisplayName(typed)?.text.unicodeScalars.elementsEqual(shown.unicodeScalars) == true)
    }

    @Test(arguments: ["", "   ", "!?.", "\u{3164}\u{115F}", "\u{301}\u{301}", "\u{202E}\0\r\n"])
    func `a name of which nothing stays is none`(_ typed: String) {
        #expect(DisplayName(typed) == nil)
    }

    @Test func `a name is cut at 32`() {
        let name = String(repeating: "a", count: 32)
        #expect(DisplayName(name)?.text == name)
        #expect(DisplayName(name + "b\u{301}")?.text == name)
        #expect(DisplayName(name + " b")?.text == name)
        let thirty = String(repeating: "a", count: 30)
        #expect(DisplayName(thirty + " b")?.text == thirty + " b")
        #expect(DisplayName("a" + thirty + " b")?.text == "a" + thirty)
    }

    @Test func `marks without end are not looked at`() {
        let name = DisplayName("a" + String(repeating: "\u{301}", count: 1_000_000))
        #expect(name?.text.unicodeScalars.count == 3)
        #expect(DisplayName(String(repeating: "!", count: 256) + "a") == nil)
    }
}
