import EventLoop

/// The client is gone, or was too slow for too long.
public struct ClientGone: Error {
    public init() {}
}

/// Writes the body of a streamed response, no faster than its client reads.
public struct ResponseWriter: Sendable {
    private let exchange: LoopBound<ExchangeHandle>

    init(_ exchange: LoopBound<ExchangeHandle>) {
        self.exchange = exchange
    }

    /// Sends a piece at once. Called on the loop of the request; suspends while the client has too much to
    /// read yet, and throws when it is gone.
    public func write(_ bytes: [UInt8]) async throws(ClientGone) {
        while exchange.value.isShutOut { await exchange.value.nextTurn() }
        exchange.value.write(bytes)
        while exchange.value.isCurrent, exchange.value.isBlocked {
            await withCheckedContinuation { exchange.value.exchange.suspend($0) }
        }
        guard exchange.value.isCurrent else { throw ClientGone() }
    }
}
