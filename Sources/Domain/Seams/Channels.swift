/// A message in the words of its reader, ready to go.
public struct WrittenMessage: Hashable, Sendable {
    /// Of a mail; nil for a text message.
    public let subject: String?
    public let text: String
    /// Of a mail.
    public let html: String?

    public init(subject: String?, text: String, html: String?) {
        self.subject = subject
        self.text = text
        self.html = html
    }
}

/// Finds the words for a message. Never fails: the templates were checked at start.
public protocol MessageWriter: Sendable {
    func write(_ message: OutboxMessage, code: LoginCode?, to recipient: Contact) -> WrittenMessage
}

/// What a channel is given to send.
public struct OutgoingMessage: Sendable {
    /// The same at every attempt: a gateway that can will send it once.
    public let id: MessageID
    public let recipient: Contact
    public let content: WrittenMessage
    /// The code in it, for a channel that shows it apart.
    public let code: LoginCode?

    public init(id: MessageID, recipient: Contact, content: WrittenMessage, code: LoginCode?) {
        self.id = id
        self.recipient = recipient
        self.content = content
        self.code = code
    }
}

/// One way to reach people: a mail relay, an SMS gateway, the development inbox.
public protocol Channel: Sendable {
    /// What becomes of a message that meets no trouble. A message to nobody is said to have fared just so, or its
    /// flow would tell that nobody is there.
    var usualOutcome: SendOutcome { get }

    /// Sends it and says what became of it. Never throws: a failure is an outcome.
    func send(_ message: OutgoingMessage) async -> SendOutcome
}

public enum SendOutcome: Hashable, Sendable {
    /// Handed over; a report may follow.
    case sent
    /// There, as far as the channel can ever know.
    case delivered
    /// Not now; perhaps later.
    case postponed
    /// Never.
    case refused
}
