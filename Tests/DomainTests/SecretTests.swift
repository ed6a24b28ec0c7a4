import Domain
import Testing

@Suite struct SecretTests {
    @Test func `a secret shows itself in no description, dump or mirror`() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        dump(["nested": secret], to: &dumped)
        let shown = dumped + "\(secret)" + String(reflecting: secret) + String(describing: Optional(secret))
        #expect(!shown.contains("hunter2"))
        #expect(shown.contains("<redacted>"))
        #expect(secret.reveal() == "hunter2")
    }
}
