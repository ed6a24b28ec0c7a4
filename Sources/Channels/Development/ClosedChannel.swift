public import Domain

/// Where nothing can be sent: every message fails, and its flow says so.
public struct ClosedChannel: Channel {
    public init() {}

    public var usualOutcome: SendOutcome { .refused }

    public func send(_ message: OutgoingMessage) async -> SendOutcome {
        usualOutcome
    }
}
