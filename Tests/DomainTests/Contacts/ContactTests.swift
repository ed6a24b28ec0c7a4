import Domain
import Testing

@Suite struct ContactTests {
    @Test func `contacts are one when their canonical texts are`() throws {
        let plan = try NumberingPlan.builtIn()
        let typed = Contact.email(try EmailAddress(parsing: "Ann@example.com"))
        let stored = Contact.email(try EmailAddress(parsing: "ann@example.com"))
        #expect(typed == stored)
        #expect(typed.canonical == "ann@example.com")
        #expect(typed.text == "Ann@example.com")
        #expect(typed.kind == .email)
        let phone = Contact.phone(try PhoneNumber(parsing: "+1 202 555 0123", in: plan))
        #expect(phone.kind == .phone)
        #expect(phone.canonical == "+12025550123")
        #expect(phone.masked == "+12•••23")
        #expect(Set([typed, stored, phone]).count == 2)
    }

    @Test(arguments: [(Contact.Kind.email, "Ann@example.com"), (.phone, "+12025550123")])
    func `a contact comes back from where it was kept`(_ kind: Contact.Kind, _ text: String) throws {
        let contact = try #require(Contact(kind: kind, stored: text))
        #expect(contact.kind == kind)
        #expect(contact.text == text)
    }

    @Test(arguments: [
        (Contact.Kind.email, "+12025550123"), (.phone, "ann@example.com"), (.phone, "+1 2025550123"),
    ])
    func `a damaged contact does not come back`(_ kind: Contact.Kind, _ text: String) {
        #expect(Contact(kind: kind, stored: text) == nil)
    }
}
