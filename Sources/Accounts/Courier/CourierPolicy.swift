import Domain

/// When a message is tried again.
public struct CourierPolicy: Sendable {
    public var atOnce: Int
    /// How long a courier may take before another one takes over.
    public var lease: Duration
    /// Before the second attempt; doubles with each further one.
    public var firstRetry: Duration
    public var longestRetry: Duration

    public init(
        atOnce: Int = 32, lease: Duration = .seconds(60), firstRetry: Duration = .milliseconds(1500),
        longestRetry: Duration = .seconds(30)
    ) {
        self.atOnce = atOnce
        self.lease = lease
        self.firstRetry = firstRetry
        self.longestRetry = longestRetry
    }

    /// What becomes of a message after an attempt. It is never tried after its time.
    func fate(
        of outcome: SendOutcome, attempt: Int, expiresAt: Timestamp, random: any RandomSource,
        at now: Timestamp
    ) -> MessageFate {
        switch outcome {
        case .sent, .delivered, .refused: return .done
        case .postponed:
            let next = now + wait(after: attempt, random: random)
            return next < expiresAt ? .retry(at: next) : .done
        }
    }

    /// Doubled with each attempt, and up to a third longer by chance, so that messages do not march in step.
    private func wait(after attempt: Int, random: any RandomSource) -> Duration {
        let doubled = firstRetry * (1 << min(max(attempt - 1, 0), 10))
        let bounded = min(doubled, longestRetry)
        let share = Int(random.bytes(1).first ?? 0)
        return min(bounded + bounded * share / 768, longestRetry)
    }
}
