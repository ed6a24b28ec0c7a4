import Domain
import Testing

@Suite struct AllowedPrefixesTests {
    private func number(_ text: String) throws -> PhoneNumber { try PhoneNumber(stored: text) }

    @Test func `a number is allowed when it begins with one of the prefixes`() throws {
        let allowed = try AllowedPrefixes(["+49", "+1202"])
        #expect(allowed.contains(try number("+4915123456789")))
        #expect(allowed.contains(try number("+12025550123")))
        #expect(!allowed.contains(try number("+14165550123")))
        #expect(!allowed.contains(try number("+447400123456")))
        #expect(!allowed.contains(try number("+390491234567")))
    }

    @Test func `an empty list allows nothing, all allows everything`() throws {
        let none = try AllowedPrefixes([])
        #expect(none.isEmpty)
        #expect(!none.contains(try number("+12025550123")))
        #expect(!AllowedPrefixes.all.isEmpty)
        #expect(AllowedPrefixes.all.contains(try number("+12025550123")))
    }

    @Test(arguments: [
        "", "+", "49", "+0", "+049", "+4 9", "+4x", "0049", "++49", "+\u{664}\u{669}", "+1234567890123456",
    ])
    func `what is no prefix is refused by its place`(_ text: String) {
        let refusal = #expect(throws: AllowedPrefixes.Malformed.self) { try AllowedPrefixes(["+49", text]) }
        #expect(refusal?.place == 1)
    }
}
