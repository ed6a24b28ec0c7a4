import EventLoop
import HTTP
import Web

/// The application behind the metrics address.
struct MetricsApplication: Application {
    private let router: Router

    init(_ registry: MetricsRegistry) {
        router = Router(
            [
                .open(.get, "/metrics") { call in
                    call.text(registry.text(), type: "text/plain; version=0.0.4; charset=utf-8")
                }
            ],
            fields: SiteFields(.security(isHTTPS: false)))
    }

    func respond(to request: Request) async -> Response {
        await router.respond(to: request)
    }

    func refuse(_ refusal: Refusal, id: String) -> Response {
        router.refuse(refusal)
    }

    func finished(_ exchange: borrowing Exchange) {}
}
