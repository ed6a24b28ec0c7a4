public import Domain
import EventLoop
import HTTP
public import JSON

/// The development inbox. It shows sign-in codes, so it answers this machine alone: not a proxy, and not a page of
/// another site that was made to point here.
public struct InboxRoutes: Sendable {
    /// A message as it is shown.
    public struct Message: Sendable {
        public let id: String
        public let recipient: Contact
        public let content: WrittenMessage
        public let code: String?
        public let sentAt: Timestamp

        public init(id: String, recipient: Contact, content: WrittenMessage, code: String?, sentAt: Timestamp)
        {
            self.id = id
            self.recipient = recipient
            self.content = content
            self.code = code
            self.sentAt = sentAt
        }
    }

    /// The messages to an address, or all of them, newest first.
    public typealias Source = @Sendable (_ to: String?) -> [Message]

    private let messages: Source

    public init(_ messages: @escaping Source) {
        self.messages = messages
    }

    public var table: [Route] {
        [
            .open(.get, "/dev/messages", query: ["to"], list),
            .open(.get, "/dev/inbox", query: ["to"], show),
        ]
    }

    @Sendable private func list(_ call: Call) async throws(Problem) -> Response {
        let messages = try messages(for: call)
        return call.json { answer in
            answer.array("items") { array in
                for message in messages { array.element(message) }
            }
        }
    }

    @Sendable private func show(_ call: Call) async throws(Problem) -> Response {
        call.text(InboxPage(messages: try messages(for: call)).html, type: "text/html; charset=utf-8")
    }

    private func messages(for call: Call) throws(Problem) -> [Message] {
        guard call.request.isFromThisMachine else { throw Problem(ProblemCode.notFound) }
        return messages(call.query["to"])
    }
}

extension InboxRoutes.Message: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", id)
            $0.field("channel", recipient.kind.rawValue)
            $0.field("to", recipient.text)
            $0.field("subject", content.subject)
            $0.field("text", content.text)
            $0.field("html", content.html)
            $0.field("code", code)
            $0.field("sent_at", sentAt.rfc3339)
        }
    }
}

extension Request {
    /// Whether it came straight from this machine, for a name of this machine. A foreign name in Host is a page
    /// elsewhere whose name was made to mean 127.0.0.1.
    fileprivate var isFromThisMachine: Bool {
        let forwarded: [StaticString] = [
            "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip",
        ]
        guard client.address.isLoopback, !forwarded.contains(where: { fields[$0] != nil }),
            let host = fields["host"]?.lowercased()
        else { return false }
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" }
        return name == "localhost" || name == "127.0.0.1" || name == "::1"
    }
}
