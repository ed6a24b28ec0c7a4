public import Domain

/// Who calls, as far as the edge can tell.
public struct Caller: Hashable, Sendable {
    public let origin: Origin
    public let network: CallerNetwork
    public let userAgent: UserAgent

    public init(origin: Origin, network: CallerNetwork, userAgent: UserAgent) {
        self.origin = origin
        self.network = network
        self.userAgent = userAgent
    }
}
