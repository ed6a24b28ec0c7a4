public import Accounts
import Domain
public import JSON

extension SignedIn: JSONWritable {
    /// The signed-in answer of the contract.
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("next", FlowNext.done.rawValue)
            $0.field("purpose", purpose?.rawValue)
            $0.field("account_created", accountCreated)
            $0.field("access_token", accessToken.reveal())
            $0.field("token_type", "Bearer")
            $0.field("expires_in", expiresIn)
            $0.field("refresh_token", refreshToken?.reveal())
            $0.field("refresh_expires_in", refreshExpiresIn)
            $0.field("device_token", deviceToken?.reveal())
            $0.field("session_id", session.description)
            $0.field("user", user)
        }
    }
}
