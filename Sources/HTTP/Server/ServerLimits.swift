/// What the server bears from its clients.
public struct ServerLimits: Sendable {
    public var head = HeadLimits()
    public var body = 64 * 1024
    /// Unfinished bodies on one loop, all together.
    public var bodiesInAll = 64 * 1024 * 1024
    public var headWithin: Duration = .seconds(5)
    public var bodyWithin: Duration = .seconds(15)
    public var idle: Duration = .seconds(60)
    /// How long a client may take nothing of what waits for it.
    public var stalledWrite: Duration = .seconds(30)
    /// How long a closing connection waits for the client to take note.
    public var linger: Duration = .seconds(2)
    /// How much may wait for a slow reader before its writer is suspended.
    public var unsent = 64 * 1024

    public init() {}
}
