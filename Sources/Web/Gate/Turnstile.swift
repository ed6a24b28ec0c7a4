public import Accounts
public import Domain
import EventLoop
public import HTTP

extension Problem {
    /// Counts a request of an address. Fails with `too_many_requests`.
    public static func counting(_ request: Request, _ limits: Limits, at now: Timestamp) throws(Problem) {
        do throws(LimitReached) {
            try limits.take([(.requestPerAddress, .address(request.client.address.description))], at: now)
        } catch {
            throw Problem(AccountsError.limitReached(error))
        }
    }
}
