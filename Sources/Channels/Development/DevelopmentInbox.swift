public import Domain
import Synchronization

/// Takes every message and shows it to whoever develops against this server. Nothing leaves the machine.
public final class DevelopmentInbox: Channel {
    public struct Message: Sendable {
        public let id: MessageID
        public let recipient: Contact
        public let content: WrittenMessage
        public let code: String?
        public let sentAt: Timestamp
    }

    private let time: any TimeSource
    private let capacity: Int
    private let messages = Mutex<[Message]>([])

    /// Keeps the newest `capacity` messages, in memory.
    public init(time: any TimeSource, capacity: Int = 1000) {
        self.time = time
        self.capacity = capacity
    }

    public var usualOutcome: SendOutcome { .delivered }

    public func send(_ message: OutgoingMessage) async -> SendOutcome {
        let kept = Message(
            id: message.id, recipient: message.recipient, content: message.content,
            code: message.code?.reveal(), sentAt: time.now())
        messages.withLock { messages in
            messages.append(kept)
            if messages.count > 2 * capacity { messages.removeFirst(messages.count - capacity) }
        }
        return usualOutcome
    }

    /// The messages to `recipient`, or to anybody, newest first.
    public func newest(to recipient: String?) -> [Message] {
        messages.withLock { $0.suffix(capacity) }.reversed().filter { message in
            recipient.map { $0.lowercased() == message.recipient.text.lowercased() } ?? true
        }
    }
}
