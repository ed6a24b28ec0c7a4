import HTTP
import JSON

/// What operators and their machines ask.
public enum OperationsRoutes {
    public static func table(_ readiness: Readiness) -> [Route] {
        [
            .open(.get, "/livez", isUncounted: true) { call in alive(call) },
            .open(.get, "/readyz", isUncounted: true) { call in await ready(call, readiness) },
        ]
    }

    private static func alive(_ call: Call) -> Response {
        call.json { $0.field("status", "alive") }
    }

    private static func ready(_ call: Call, _ readiness: Readiness) async -> Response {
        let results = await readiness.results()
        let isReady = results.allSatisfy(\.holds)
        var response = call.json(isReady ? .ok : Status(503)) { answer in
            answer.field("status", isReady ? "ready" : "not ready")
            answer.object("checks") { checks in
                for result in results { checks.field(result.name, result.holds) }
            }
        }
        if !isReady { response.fields.add("Retry-After", "1") }
        return response
    }
}
