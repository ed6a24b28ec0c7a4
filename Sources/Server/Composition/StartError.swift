import EventLoop
import Glibc

/// Why the server could not start, in a line for whoever started it.
struct StartError: Error {
    let code: ExitCode
    let text: String

    init(_ code: ExitCode, _ text: String) {
        self.code = code
        self.text = text
    }

    init(cannotListen address: ListenAddress, key: String, _ error: SystemError) {
        let advice =
            switch error.code {
            case EADDRINUSE: "another program listens there; end it, or set \(key) to a free port"
            case EADDRNOTAVAIL: "this machine has no such address; set \(key) to one that it has"
            case EACCES:
                "ports below 1024 need a privilege; set \(key) to a higher one, or grant CAP_NET_BIND_SERVICE"
            default: error.description
            }
        self.init(.unavailable, "cannot listen on \(address): \(advice)")
    }
}
