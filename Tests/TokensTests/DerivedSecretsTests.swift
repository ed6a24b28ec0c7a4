import Crypto
import Domain
import Testing
import Tokens

@Suite struct DerivedSecretsTests {
    static let ledgerKey = Secret([UInt8](0..<32))
    let secrets: DerivedSecrets

    init() throws {
        secrets = try DerivedSecrets(
            secret: Fixtures.secret(Fixtures.newSecret, Fixtures.oldSecret), ledgerKey: Self.ledgerKey)
    }

    static func contact(_ text: String) throws -> Contact {
        text.hasPrefix("+")
            ? .phone(try PhoneNumber(stored: text)) : .email(try EmailAddress(parsing: text))
    }

    @Test func `what was derived reads back, each kind by its own reader`() throws {
        let (flow, session, device): (FlowID, SessionID, DeviceID) = (
            Fixtures.id(), Fixtures.id(), Fixtures.id()
        )
        let texts = [
            secrets.flowKey(of: flow, number: 3), secrets.refreshToken(of: session, generation: 4),
            secrets.deviceToken(of: device, number: 5),
        ].map { $0.reveal() }
        let readings = texts.map {
            [
                secrets.readFlowKey($0).map { "\($0.id) \($0.number)" },
                secrets.readRefreshToken($0).map { "\($0.id) \($0.number)" },
                secrets.readDeviceToken($0).map { "\($0.id) \($0.number)" },
            ]
        }
        #expect(
            readings == [
                ["\(flow) 3", nil, nil], [nil, "\(session) 4", nil], [nil, nil, "\(device) 5"],
            ])
    }

    @Test func `what none of our secrets made reads as nothing`() throws {
        let other = try DerivedSecrets(
            secret: Fixtures.secret(Secret([UInt8](repeating: 9, count: 32))), ledgerKey: Self.ledgerKey)
        let old = try DerivedSecrets(
            secret: Fixtures.secret(Fixtures.oldSecret), ledgerKey: Self.ledgerKey)
        let id: SessionID = Fixtures.id()
        #expect(secrets.readRefreshToken(other.refreshToken(of: id, generation: 1).reveal()) == nil)
        #expect(secrets.readRefreshToken("") == nil)
        #expect(secrets.readRefreshToken(old.refreshToken(of: id, generation: 1).reveal())?.id == id)
    }

    @Test func `a code is that of its flow, generation, shape and newest secret`() throws {
        let flow: FlowID = Fixtures.id()
        let code = secrets.code(of: flow, generation: 1, shape: .base32)
        #expect(code == secrets.code(of: flow, generation: 1, shape: .base32))
        #expect(code != secrets.code(of: flow, generation: 2, shape: .base32))
        let old = try DerivedSecrets(
            secret: Fixtures.secret(Fixtures.oldSecret), ledgerKey: Self.ledgerKey)
        #expect(code != old.code(of: flow, generation: 1, shape: .base32))
    }

    /// Computed with another implementation of HMAC. Were these to change, every count of a contact without
    /// an account would be forgotten.
    @Test(arguments: [("ann@example.com", 37128), ("+12025550123", 20877)] as [(String, UInt32)])
    func `a contact keeps its slot for all time`(text: String, slot: UInt32) throws {
        #expect(try secrets.slot(of: Self.contact(text)).number == slot)
    }

    @Test func `a slot depends on the ledger's key and on no server secret`() throws {
        let contact = try Self.contact("ann@example.com")
        let other = try DerivedSecrets(
            secret: Fixtures.secret(Fixtures.oldSecret), ledgerKey: Self.ledgerKey)
        #expect(other.slot(of: contact) == secrets.slot(of: contact))
        let key = Secret([UInt8](1...32))
        let moved = try DerivedSecrets(secret: Fixtures.secret(Fixtures.newSecret), ledgerKey: key)
        #expect(moved.slot(of: contact) != secrets.slot(of: contact))
    }

    @Test func `two ways to write an address have one slot`() throws {
        #expect(
            try secrets.slot(of: Self.contact("Ann@Example.COM"))
                == secrets.slot(of: Self.contact("ann@example.com")))
    }

    @Test(arguments: [0, 31, 33]) func `a ledger key of another length is refused`(length: Int) {
        #expect(throws: CryptoError.invalidKey) {
            try DerivedSecrets(
                secret: Fixtures.secret(Fixtures.newSecret),
                ledgerKey: Secret([UInt8](repeating: 1, count: length)))
        }
    }
}
