public import Domain

/// A step as its caller sees it.
public struct StepView: Hashable, Sendable {
    public let progress: FlowProgress
    /// Nil at the end.
    public let flowKey: FlowKey?

    init(_ flow: Flow, now: Timestamp, secrets: any SecretDeriver) {
        let progress = FlowProgress(of: flow, now: now)
        self.progress = progress
        flowKey = progress.key.map { FlowKey(secrets.flowKey(of: flow.id, number: $0)) }
    }
}

/// A flow key on its way to its holder. It is equal to another one with the same text, and never printed.
public struct FlowKey: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    private let text: String

    init(_ secret: Secret<String>) {
        text = secret.reveal()
    }

    public func reveal() -> String { text }
    public var description: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(reflecting: "<redacted>") }
}

/// What someone gets who is signed in. What does not apply is nil.
public struct SignedIn: Sendable {
    public let purpose: FlowPurpose?
    public let accountCreated: Bool?
    public let accessToken: Secret<String>
    /// Seconds.
    public let expiresIn: Int
    public let refreshToken: Secret<String>?
    public let refreshExpiresIn: Int?
    public let deviceToken: Secret<String>?
    public let session: SessionID
    public let user: User
}

/// What a step comes to.
public enum StepResult: Sendable {
    case step(StepView)
    case signedIn(SignedIn)
}
