import Domain
import Testing

@Suite struct UserTests {
    let start = Timestamp(milliseconds: 1_800_000_000_000)

    func contact(
        _ text: String, number: UInt8, added: Bool = false, muted: Bool = false
    ) throws -> ProvenContact {
        let contact: Contact =
            text.hasPrefix("+")
            ? try .phone(PhoneNumber(stored: text)) : try .email(EmailAddress(parsing: text))
        return ProvenContact(
            id: ContactID(at: start, random: Array(repeating: number, count: 10)), contact: contact,
            provedAt: start, wasAdded: added, isMuted: muted)
    }

    func user(_ contacts: [ProvenContact]) -> User {
        User(id: UserID(at: start, random: Array(0..<10)), createdAt: start, contacts: contacts)
    }

    @Test func `a contact that was added is on probation for a day`() throws {
        let added = try contact("b@example.com", number: 2, added: true)
        #expect(added.isOnProbation(at: start + .days(1) - .milliseconds(1)))
        #expect(!added.isOnProbation(at: start + .days(1)))
        #expect(added.isOnProbation(at: start - .days(9)))
        #expect(try !contact("a@example.com", number: 1).isOnProbation(at: start))
    }

    @Test func `codes go to the first that may get them`() throws {
        let user = user([
            try contact("muted@example.com", number: 1, muted: true),
            try contact("new@example.com", number: 2, added: true),
            try contact("+12025550143", number: 3), try contact("old@example.com", number: 4),
        ])
        func address(_ kind: Contact.Kind?, _ purpose: FlowPurpose) -> String? {
            user.reachable(kind, for: purpose, at: start)?.contact.canonical
        }
        #expect(address(.email, .login) == "new@example.com")
        #expect(address(.email, .confirm) == "old@example.com")
        #expect(address(nil, .reset) == "+12025550143")
        #expect(address(nil, .contact) == nil)
    }

    @Test func `a device is known for 180 days`() {
        var user = user([])
        let device = KnownDevice(
            id: DeviceID(at: start, random: Array(0..<10)), createdAt: start, seenAt: start)
        user.devices = [device]
        #expect(user.knownDevice(device.id, at: start + .days(180) - .milliseconds(1)) == device)
        #expect(user.knownDevice(device.id, at: start + .days(180)) == nil)
        #expect(user.knownDevice(nil, at: start) == nil)
    }

    @Test(arguments: [
        ("admin", true), ("a", true), ("a.b_c:d-9", true), ("", false), ("9a", false), ("Admin", false),
        ("a b", false), ("ä", false), (String(repeating: "a", count: 64), true),
        (String(repeating: "a", count: 65), false),
    ])
    func `roles have names of one form`(_ text: String, _ isRole: Bool) {
        #expect((Role(text) != nil) == isRole)
    }

    @Test(arguments: [
        ("de", true), ("pt-BR", true), ("zh-Hant-TW", true), ("", false), ("de-", false), ("de_CH", false),
        ("abcdefghi", false), ("../etc", false), (String(repeating: "ab-", count: 12) + "ab", false),
    ])
    func `language tags are subtags with dashes`(_ text: String, _ isTag: Bool) {
        #expect((LanguageTag(text) != nil) == isTag)
    }

    @Test func `a profile holds four kibibytes`() throws {
        let room = 4096 - "name".utf8.count
        let full = try Profile([.name: String(repeating: "a", count: room)])
        #expect(throws: Profile.TooLarge.self) {
            try Profile([.name: String(repeating: "a", count: room + 1)])
        }
        #expect(throws: Profile.TooLarge.self) { try full.merged(with: [.gender: "x"]) }
        #expect(try full.merged(with: [.name: nil, .gender: "x"]).claims == [.gender: "x"])
    }

    @Test(arguments: [
        ("eleven char", PasswordRule.Weakness.tooShort), (String(repeating: "ab", count: 20), .tooSimple),
        (String(repeating: "abc", count: 342), .tooLong), ("my A@Example.com pw", .namesContact),
    ])
    func `a weak password is named for what it is`(_ text: String, _ weakness: PasswordRule.Weakness) throws {
        let contacts = [try contact("a@example.com", number: 1).contact]
        #expect(throws: weakness) { try PasswordRule().check(Secret(text), contacts: contacts) }
        try PasswordRule().check(Secret("twelve chars"), contacts: contacts)
    }
}
