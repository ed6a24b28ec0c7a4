import Accounts
import Domain
import Doubles
import HTTP
import JSON

@testable import Web

/// The description, beside the routes that it describes.
struct Described {
    struct Operation {
        let name: String
        let fields: JSONObject
    }

    let document = OpenAPIDocument(publicURL: "https://login.example.com", version: "1.2.3")
    let documentation = DocumentationRoutes(
        publicURL: "https://login.example.com", version: "1.2.3", isHTTPS: true)
    let routes: [Route]

    init() throws {
        let outside = Outside(
            store: MemoryStore(), secrets: ToySecrets(), signer: ToySigner(), hasher: ToyHasher(),
            time: ManualTime(), random: SeededRandom(seed: 1))
        let signIn = SignIn(outside, under: Terms(), limits: Limits([:]))
        let sessions = Sessions(outside, under: Terms())
        let contacts = ContactReader(plan: try .builtIn(), allowedPrefixes: .all) { $0 }
        var routes = FlowRoutes(signIn, contacts: contacts).table
        routes += TokenRoutes(sessions).table
        routes += KeyRoutes.table { [] }
        routes +=
            MeRoutes(sessions, Confirm(signIn), Passwords(outside, under: Terms()), History(outside)).table
        routes += OperationsRoutes.table(Readiness([]))
        // The style and the script are parts of the page, not calls.
        routes += documentation.table.filter { !["/docs.css", "/docs.js"].contains($0.pattern.description) }
        self.routes = routes
    }

    var operations: [Operation] {
        (document.root["paths"]?.asObject?.members ?? []).flatMap { path in
            (path.value.asObject?.members ?? []).map { method in
                Operation(
                    name: "\(method.key.uppercased()) \(path.key)",
                    fields: method.value.asObject ?? JSONObject())
            }
        }
    }

    func operation(of route: Route) -> JSONObject? {
        operations.first { $0.name == route.name }?.fields
    }

    /// Every parameter of an operation that stands in `place`.
    func parameters(_ operation: JSONObject, in place: String) -> Set<String> {
        let all = (operation["parameters"]?.asArray ?? []).map { document.resolved($0) }
        return Set(all.filter { $0["in"]?.asString == place }.compactMap { $0["name"]?.asString })
    }
}

extension Route {
    var name: String { "\(method) \(pattern)" }

    var access: String {
        switch entry {
        case .open: "open"
        case .flow: "flow"
        case .bearer: "bearer"
        case .fresh: "fresh"
        }
    }
}
