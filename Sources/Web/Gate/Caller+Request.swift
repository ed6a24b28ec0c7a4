import Accounts
import Domain
import EventLoop
import HTTP

extension Caller {
    /// Who calls, in the words that may be shown: the address, and a device from a closed vocabulary.
    init(_ request: Request) {
        let userAgent = request.fields["user-agent"]
        let address = request.client.address
        self.init(
            origin: Origin(device: Device(userAgent: userAgent), address: address.description),
            network: CallerNetwork(address.prefix(v4: 24, v6: 56).description),
            userAgent: UserAgent(userAgent))
    }
}
