import HTTP
import Web

/// The routes of the measurement behind the same router, fields and refusals that the real server has.
struct BenchApplication: Application {
    private let router: Router

    init() {
        router = Router(
            [
                .open(.get, "/livez", alive), .open(.post, "/json", startLogin), .open(.get, "/park", park),
                .open(.get, "/stream", stream),
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
