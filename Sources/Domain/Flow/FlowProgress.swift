/// What the holder of the flow key is told: the step of `API.md` without the texts that are derived.
public struct FlowProgress: Hashable, Sendable {
    public struct Code: Hashable, Sendable {
        public let shape: CodeShape
        public let triesLeft: Int
    }

    public let flow: FlowID
    /// Nil at the end: there is no key any more.
    public let key: UInt32?
    public let purpose: FlowPurpose
    public let next: FlowNext
    public let channel: Contact.Kind
    /// Nil when a code went to another contact, whether there is one or not.
    public let sentTo: String?
    public let delivery: Delivery?
    public let code: Code?
    public let expiresIn: Int
    /// Nil when nothing is sent again.
    public let resendIn: Int?

    public init(of flow: Flow, now: Timestamp) {
        self.flow = flow.id
        purpose = flow.purpose
        switch flow.state {
        case .awaitingCode(let wait):
            key = wait.key
            next = .code
            delivery = wait.delivery
            code = Code(shape: wait.shape, triesLeft: wait.triesLeft)
            expiresIn = wait.expiresAt.since(now).secondsToWait
            let resends = wait.sendsLeft > 0 && wait.triesLeft > 0
            resendIn = resends ? wait.resendFrom.since(now).secondsToWait : nil
            switch wait.destination {
            case .contact: (channel, sentTo) = (flow.typed.kind, flow.typed.masked)
            case .other(let kind): (channel, sentTo) = (kind, nil)
            }
        case .awaitingPassword(let wait):
            (key, next) = (wait.key, .password)
            (delivery, code, resendIn) = (nil, nil, nil)
            (channel, sentTo) = (flow.typed.kind, flow.typed.masked)
            expiresIn = flow.expiresAt.since(now).secondsToWait
        case .choosingPassword(let choice):
            (key, next) = (choice.key, .newPassword)
            (delivery, code, resendIn) = (nil, nil, nil)
            (channel, sentTo) = (flow.typed.kind, flow.typed.masked)
            expiresIn = flow.expiresAt.since(now).secondsToWait
        case .finished:
            (key, next) = (nil, .done)
            (delivery, code, resendIn) = (nil, nil, nil)
            (channel, sentTo) = (flow.typed.kind, flow.typed.masked)
            expiresIn = flow.expiresAt.since(now).secondsToWait
        }
    }
}

extension FlowState {
    /// The number of the key that is good now.
    public var key: UInt32 {
        switch self {
        case .awaitingCode(let wait): wait.key
        case .awaitingPassword(let wait): wait.key
        case .choosingPassword(let choice): choice.key
        case .finished(let finish): finish.key
        }
    }
}
