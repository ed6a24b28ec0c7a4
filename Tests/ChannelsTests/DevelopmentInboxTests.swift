import Channels
import Domain
import Doubles
import Testing

@Suite struct DevelopmentInboxTests {
    private let time = ManualTime()

    private func message(to address: String, _ text: String) throws -> OutgoingMessage {
        OutgoingMessage(
            id: MessageID(at: time.now(), random: [UInt8](repeating: 7, count: 10)),
            recipient: .email(try EmailAddress(parsing: address)),
            content: WrittenMessage(subject: "s", text: text, html: nil), code: nil)
    }

    @Test func `the newest message comes first, and only those asked for`() async throws {
        let inbox = DevelopmentInbox(time: time)
        for (address, text) in [("a@example.com", "1"), ("b@example.com", "2"), ("A@example.com", "3")] {
            #expect(await inbox.send(try message(to: address, text)) == .delivered)
        }
        #expect(inbox.newest(to: nil).map(\.content.text) == ["3", "2", "1"])
        #expect(inbox.newest(to: "a@EXAMPLE.com").map(\.content.text) == ["3", "1"])
        #expect(inbox.newest(to: "c@example.com").isEmpty)
    }

    @Test func `it keeps the newest and forgets the rest`() async throws {
        let inbox = DevelopmentInbox(time: time, capacity: 3)
        for number in 0..<20 { _ = await inbox.send(try message(to: "a@example.com", "\(number)")) }
        #expect(inbox.newest(to: nil).map(\.content.text) == ["19", "18", "17"])
    }

    @Test func `nothing goes out of a closed channel`() async throws {
        #expect(await ClosedChannel().send(try message(to: "a@example.com", "1")) == .refused)
    }
}
