import EventLoop
import HTTP
import JSON

@testable import Web

/// Asks a router without a socket.
struct Asking {
    let router: Router
    private let loop: Loop

    init(_ routes: [Route]) throws {
        router = Router(routes, fields: SiteFields(.security(isHTTPS: false)))
        loop = try Loop()
    }

    func ask(
        _ method: Method, _ path: String, query: String? = nil, fields: [(String, String)] = [],
        body: String = ""
    ) async -> Response {
        await router.respond(
            to: Request(
                id: "test", method: method, path: path, query: query,
                fields: RequestFields(fields.map { (name: $0.0, value: $0.1) }), body: Array(body.utf8),
                client: Forwarding.Client(address: IPAddress(ipv4: 0x7F00_0001), isSecure: false),
                loop: loop))
    }
}

extension Response {
    var json: JSONObject? {
        guard case .bytes(let bytes) = body, case .object(let object)? = try? JSONValue(parsing: bytes) else {
            return nil
        }
        return object
    }

    var problemCode: String? { json?["code"]?.asString }
}
