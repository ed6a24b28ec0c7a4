public import Domain
import Synchronization

/// The counters of the limits, in memory: losing them weakens no bound of the ledger.
public final class Limits: Sendable {
    private let table: Mutex<LimitTable>

    public init(_ rates: [LimitRule: [Rate]] = LimitTable.standard, capacity: Int = 100_000) {
        table = Mutex(LimitTable(rates, capacity: capacity))
    }

    /// Counts one for every rule or for none. Fails with the rule that makes the caller wait longest.
    public func take(_ asked: [(LimitRule, LimitSubject)], at now: Timestamp) throws(LimitReached) {
        let reached: LimitReached? = table.withLock { table in
            do throws(LimitReached) {
                try table.take(asked, at: now)
                return nil
            } catch {
                return error
            }
        }
        if let reached { throw reached }
    }
}
