import Channels
import Testing

@Suite struct InternationalNameTests {
    @Test(
        arguments: [
            ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
            ("пример.example", "xn--e1afmkfd.example"), ("faß.example", "xn--fa-hia.example"),
            ("Example.COM", "example.com"), ("例え.example", "xn--r8jz45g.example"),
        ])
    func `a name is written in A-labels`(name: String, ascii: String) {
        #expect(InternationalName.toASCII(name) == ascii)
    }

    @Test func `a look-alike is another name`() {
        let latin = InternationalName.toASCII("apple.example")
        let cyrillic = InternationalName.toASCII("\u{430}pple.example")
        #expect(latin == "apple.example")
        #expect(cyrillic != latin)
    }

    @Test(
        arguments: [
            "", "user@bücher.example", "bücher.example:80", "bücher.example/x", "bücher.example?x",
            "a b.example",
            "bü\u{0}cher.example", "bü%00cher.example", "[::1]", "bü\r\ncher.example",
            "\u{200D}.example", String(repeating: "ü", count: 1000),
        ])
    func `what is no host name is refused`(name: String) {
        #expect(InternationalName.toASCII(name) == nil)
    }
}
