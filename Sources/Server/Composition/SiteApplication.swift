import EventLoop
import HTTP
import Web

/// The application that the public address serves: the routes, and a line in the log for each answer.
struct SiteApplication: Application {
    let router: Router
    let log: EventLoop.Log

    func respond(to request: Request) async -> Response {
        await router.respond(to: request)
    }

    func refuse(_ refusal: Refusal, id: String) -> Response {
        router.refuse(refusal)
    }

    /// Paths are logged, queries never: links in messages carry secrets there.
    func finished(_ exchange: borrowing Exchange) {
        guard log.isEnabled(.info) else { return }
        log.info(
            "request finished", .field("request", exchange.id),
            .field("method", exchange.method?.description ?? "-"), .field("path", exchange.path ?? "-"),
            .field("status", exchange.status), .field("bytes", exchange.bytes),
            .field("duration", exchange.duration), .field("client", exchange.client.address.description),
            exchange.isAborted ? .field("aborted", true) : nil)
    }
}
