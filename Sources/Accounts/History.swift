public import Domain

/// What happened to an account.
public struct History: Sendable {
    public static let mostAtOnce = 100

    private let outside: Outside

    public init(_ outside: Outside) {
        self.outside = outside
    }

    /// Newest first, at most a hundred, those after `after` in that order.
    public func page(
        _ principal: Principal, after: EventID? = nil, limit: Int
    ) async throws(AccountsError) -> [HistoryEvent] {
        try await storing { () async throws(StoreError) in
            try await outside.store.history(
                of: principal.user.id, after: after, limit: max(1, min(limit, Self.mostAtOnce)))
        }
    }
}
