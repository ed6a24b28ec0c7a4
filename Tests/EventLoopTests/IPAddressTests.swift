import EventLoop
import Testing

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("192.0.2.1", "192.0.2.1"),
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::1", "2001:db8::1"),
        ("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"),
        // RFC 5952: one group is not shortened, the longest run is, the first of equals is.
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        ("0:0:0:0:0:0:0:0", "::"), ("1:0:0:0:0:0:0:0", "1::"), ("fe80::a:0:0:b", "fe80::a:0:0:b"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
        ("1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"), ("::192.0.2.1", "::c000:201"),
        // Mapped addresses are the IPv4 addresses.
        ("::ffff:192.0.2.1", "192.0.2.1"), ("::FFFF:c000:201", "192.0.2.1"),
        ("0:0:0:0:0:ffff:7f00:1", "127.0.0.1"), ("::fffe:c000:201", "::fffe:c000:201"),
    ])
    func `an address has one spelling`(_ text: String, _ canonical: String) {
        #expect(IPAddress(text)?.description == canonical)
        #expect(IPAddress(canonical) == IPAddress(text))
    }

    @Test(arguments: [
        "", " ", ".", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.", ".1.2.3", "1..2.3",
        "01.2.3.4",
        "1.2.3.04", "00.0.0.0", "1.2.3.0x4", "+1.2.3.4", "-1.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4:80",
        "4294967296.0.0.1", "1.2.3.4\0", "١.2.3.4", "0x7f.1", "2130706433",
        "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8",
        "1:2:3:4::5:6:7:8",
        ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "1:", ":1", "12345::", "::g", "::1%eth0", "[::1]", "::1/64",
        "1.2.3.4::",
        "::1.2.3", "::1.2.3.256", "::01.2.3.4", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "::-1", ":: 1",
        "::ffff:",
    ])
    func `what is no address is refused`(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `bytes come in network order`() {
        #expect(IPAddress("192.0.2.1")?.bytes == [192, 0, 2, 1])
        #expect(
            IPAddress("2001:db8::1")?.bytes == [0x20, 1, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [1])
        #expect(IPAddress(ipv4: 0xC000_0201) == IPAddress("192.0.2.1"))
        #expect(IPAddress(ipv6: 0, 0xFFFF_C000_0201) == IPAddress("192.0.2.1"))
        #expect(MemoryLayout<IPAddress>.size == 16)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.255.255.255", true), ("126.255.255.255", false), ("128.0.0.0", false),
        ("::1", true), ("::ffff:127.0.0.1", true), ("::", false), ("::2", false), ("1::1", false),
    ])
    func `loopback is this machine alone`(_ text: String, _ isLoopback: Bool) {
        #expect(IPAddress(text)?.isLoopback == isLoopback)
    }

    @Test(arguments: [
        ("10.0.0.0", true), ("10.255.255.255", true), ("9.255.255.255", false), ("11.0.0.0", false),
        ("172.16.0.0", true), ("172.31.255.255", true), ("172.15.255.255", false), ("172.32.0.0", false),
        ("192.168.0.0", true), ("192.168.255.255", true), ("192.167.255.255", false), ("192.169.0.0", false),
        ("100.64.0.0", true), ("100.127.255.255", true), ("100.63.255.255", false), ("100.128.0.0", false),
        ("169.254.0.0", true), ("169.253.255.255", false), ("169.255.0.0", false), ("192.0.2.1", false),
        ("fc00::", true), ("fdff::1", true), ("fbff::1", false), ("fe00::1", false), ("fe80::1", true),
        ("febf::1", true), ("fec0::1", false), ("2001:db8::1", false), ("::ffff:10.0.0.1", true),
    ])
    func `private ranges end where they end`(_ text: String, _ isPrivate: Bool) {
        #expect(IPAddress(text)?.isPrivate == isPrivate)
    }
}

@Suite struct IPNetworkTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("192.0.2.128/25", "192.0.2.128", true), ("192.0.2.128/25", "192.0.2.127", false),
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
        ("192.0.2.1/32", "192.0.2.0", false),
        ("0.0.0.0/0", "255.1.2.3", true), ("0.0.0.0/0", "::1", false), ("::/0", "2001:db8::1", true),
        ("::/0", "192.0.2.1", false), ("2001:db8::/32", "2001:db8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::", false), ("2001:db8::/64", "2001:db8::ffff:0:0:1", true),
        ("2001:db8::/64", "2001:db8:0:1::", false), ("2001:db8::/65", "2001:db8::8000:0:0:0", false),
        ("::1", "::1", true), ("::1/128", "::2", false), ("::ffff:10.0.0.0/104", "10.1.2.3", true),
        ("10.0.0.0/8", "::ffff:10.1.2.3", true),
    ])
    func `a network contains what begins like it`(
        _ network: String, _ address: String, _ isInside: Bool
    ) throws {
        #expect(try IPNetwork(parsing: network).contains(#require(IPAddress(address))) == isInside)
    }

    @Test(
        arguments: [
            ("", .notAnAddress), ("x/8", .notAnAddress), ("/8", .notAnAddress), ("10.0.0/8", .notAnAddress),
            (" 10.0.0.0/8", .notAnAddress), ("10.0.0.0/", .wrongLength), ("10.0.0.0/33", .wrongLength),
            ("10.0.0.0/-1", .wrongLength), ("10.0.0.0/+8", .wrongLength), ("10.0.0.0/08", .wrongLength),
            ("10.0.0.0/8/8", .wrongLength), ("10.0.0.0/8 ", .wrongLength),
            ("10.0.0.0/255.0.0.0", .wrongLength),
            ("::/129", .wrongLength), ("::/9999", .wrongLength), ("::ffff:10.0.0.0/8", .wrongLength),
        ] as [(String, IPNetwork.ParseError)])
    func `what is no network is refused`(_ text: String, _ error: IPNetwork.ParseError) {
        #expect(throws: error) { try IPNetwork(parsing: text) }
    }

    @Test(arguments: [
        ("10.0.0.5/8", "10.0.0.0/8"), ("192.0.2.1/0", "0.0.0.0/0"), ("192.0.2.129/25", "192.0.2.128/25"),
        ("2001:db8::1/64", "2001:db8::/64"), ("2001:db8:0:1::/63", "2001:db8::/63"),
    ])
    func `host bits are refused, with what was meant`(_ text: String, _ meant: String) throws {
        let network = try IPNetwork(parsing: meant)
        #expect(throws: IPNetwork.ParseError.hostBits(meant: network)) { try IPNetwork(parsing: text) }
        #expect(network.description == meant)
    }

    @Test(arguments: [
        ("192.0.2.77", "192.0.2.0/24"), ("2001:db8:1:ffff::1", "2001:db8:1:ff00::/56"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
    ])
    func `a prefix is chosen by family`(_ address: String, _ network: String) throws {
        #expect(try #require(IPAddress(address)).prefix(v4: 24, v6: 56).description == network)
    }
}
