import EventLoop
import HTTP
import Testing

@Suite struct ForwardingTests {
    private let forwarding: Forwarding

    init() throws {
        forwarding = Forwarding(
            trusted: [try IPNetwork(parsing: "10.0.0.0/8"), try IPNetwork(parsing: "2001:db8:1::/48")])
    }

    private func client(
        from peer: String = "10.0.0.1", isSecure: Bool = false, _ fields: Forwarding.Fields
    ) throws -> String {
        let peer = try #require(IPAddress(peer))
        let client = forwarding.client(behind: peer, isSecure: isSecure, fields: fields)
        return (client.isSecure ? "https " : "http ") + client.address.description
    }

    @Test func `a stranger's word counts for nothing`() throws {
        let fields = Forwarding.Fields(
            forwarded: ["for=192.0.2.1;proto=https"], xForwardedFor: ["192.0.2.1"], xForwardedProto: ["https"]
        )
        #expect(try client(from: "198.51.100.9", fields) == "http 198.51.100.9")
        #expect(try client(from: "198.51.100.9", isSecure: true, fields) == "https 198.51.100.9")
    }

    @Test func `a trusted peer that says nothing is the client`() throws {
        #expect(try client(Forwarding.Fields()) == "http 10.0.0.1")
        #expect(try client(isSecure: true, Forwarding.Fields()) == "https 10.0.0.1")
    }

    @Test(arguments: [
        (["192.0.2.1"], "192.0.2.1"),
        // What stands left of the first stranger is the stranger's own claim.
        (["203.0.113.5, 192.0.2.1"], "192.0.2.1"),
        (["10.0.0.9, 192.0.2.1"], "192.0.2.1"),
        (["192.0.2.1, 10.0.0.2, 10.0.0.3"], "192.0.2.1"),
        (["192.0.2.1", "10.0.0.2"], "192.0.2.1"), (["192.0.2.1,10.0.0.2"], "192.0.2.1"),
        (["10.0.0.7, 10.0.0.2"], "10.0.0.7"),
        (["192.0.2.1, rubbish, 10.0.0.2"], "10.0.0.2"), (["192.0.2.1, , 10.0.0.2"], "10.0.0.2"),
        (["192.0.2.1, unknown"], "10.0.0.1"), (["192.0.2.1,"], "10.0.0.1"), ([""], "10.0.0.1"),
        (["192.0.2.1:5678"], "192.0.2.1"), (["192.0.2.1:"], "10.0.0.1"), (["192.0.2.1:x"], "10.0.0.1"),
        (["192.0.2.1:123456"], "10.0.0.1"), (["\"192.0.2.1\""], "10.0.0.1"),
        (["2001:db8::7"], "2001:db8::7"), (["[2001:db8::7]:443"], "2001:db8::7"),
        (["[2001:db8::7]"], "2001:db8::7"),
        (["[2001:db8::7"], "10.0.0.1"), (["[2001:db8::7]x"], "10.0.0.1"), (["[192.0.2.1]"], "10.0.0.1"),
        (["192.0.2.1, 2001:db8:1::5"], "192.0.2.1"), (["::ffff:192.0.2.1"], "192.0.2.1"),
        (["\t192.0.2.1 \t"], "192.0.2.1"), (["192.0.2.1 10.0.0.2"], "10.0.0.1"),
    ])
    func `X-Forwarded-For is read from the right`(_ values: [String], _ address: String) throws {
        #expect(try client(Forwarding.Fields(xForwardedFor: values)) == "http \(address)")
    }

    @Test(arguments: [
        ("192.0.2.1", ["https"], "https"), ("192.0.2.1", ["HTTPS"], "https"), ("192.0.2.1", ["http"], "http"),
        ("192.0.2.1", ["wss"], "http"), ("192.0.2.1", [""], "http"),
        // The client's claim stands on the left and is not reached.
        ("192.0.2.1", ["https, http"], "http"), ("192.0.2.1", ["https", "http"], "http"),
        ("192.0.2.1, 10.0.0.2", ["https, http"], "https"), ("192.0.2.1, 10.0.0.2", ["https"], "https"),
        ("1.2.3.4, 192.0.2.1, 10.0.0.2", ["https, http, https"], "http"),
    ])
    func `the scheme is the one told by who saw the client`(
        _ addresses: String, _ schemes: [String], _ scheme: String
    ) throws {
        let fields = Forwarding.Fields(xForwardedFor: [addresses], xForwardedProto: schemes)
        #expect(try client(fields) == "\(scheme) 192.0.2.1")
    }

    @Test func `a scheme without an address is believed of a trusted peer`() throws {
        #expect(try client(Forwarding.Fields(xForwardedProto: ["https"])) == "https 10.0.0.1")
        #expect(try client(isSecure: true, Forwarding.Fields(xForwardedProto: ["http"])) == "http 10.0.0.1")
    }

    @Test(arguments: [
        (["for=192.0.2.1"], "http 192.0.2.1"), (["for=192.0.2.1;proto=https"], "https 192.0.2.1"),
        (["For=\"[2001:db8::7]:4711\";PROTO=HTTPS"], "https 2001:db8::7"),
        (["for=\"192.0.2.1:80\" ; by=203.0.113.1"], "http 192.0.2.1"),
        (["proto=https;host=\"a,b;c\";for=192.0.2.1"], "https 192.0.2.1"),
        (["for=203.0.113.5;proto=https, for=192.0.2.1;proto=http"], "http 192.0.2.1"),
        (["for=192.0.2.1;proto=https, for=10.0.0.2;proto=http"], "https 192.0.2.1"),
        (["for=192.0.2.1;proto=https", "for=10.0.0.2"], "https 192.0.2.1"),
        (["for=192.0.2.1, for=unknown"], "http 10.0.0.1"), (["for=192.0.2.1, for=_hidden"], "http 10.0.0.1"),
        (["for=192.0.2.1, for=_x, for=10.0.0.2"], "http 10.0.0.2"),
        (["for=[2001:db8::7]"], "http 10.0.0.1"), (["for=\"2001:db8::7\""], "http 10.0.0.1"),
        (["for=192.0.2.1:80"], "http 10.0.0.1"), (["for = 192.0.2.1"], "http 10.0.0.1"),
        (["proto=https"], "http 10.0.0.1"), (["for=192.0.2.1;for=192.0.2.2"], "http 10.0.0.1"),
        (["for=192.0.2.1;"], "http 10.0.0.1"), (["for=192.0.2.1,"], "http 10.0.0.1"),
        (["for="], "http 10.0.0.1"),
        (["=192.0.2.1"], "http 10.0.0.1"), ([""], "http 10.0.0.1"), (["for=\"192.0.2.1"], "http 10.0.0.1"),
        (["for=\"192\\.0.2.1\""], "http 10.0.0.1"),
        // A quote that the client opened does not swallow what the proxy wrote behind it.
        (["for=\"x, for=192.0.2.1"], "http 192.0.2.1"),
        (["for=\", for=192.0.2.1;proto=https"], "https 192.0.2.1"),
    ])
    func `Forwarded is read from the right`(_ values: [String], _ expected: String) throws {
        #expect(try client(Forwarding.Fields(forwarded: values)) == expected)
    }

    @Test func `with both kinds X-Forwarded-For counts alone`() throws {
        let fields = Forwarding.Fields(
            forwarded: ["for=203.0.113.5;proto=https"], xForwardedFor: ["192.0.2.1"],
            xForwardedProto: ["http"])
        #expect(try client(fields) == "http 192.0.2.1")
    }
}
