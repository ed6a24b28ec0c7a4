/// The `LATCHKEY_…` variables, and which of them a key has claimed.
struct Environment: Sendable {
    static let prefix = "LATCHKEY_"

    private let variables: [String: String]
    private var claimed: Set<String> = []
    private var names: Set<String> = []

    init(_ environment: [String: String]) {
        variables = environment.filter { $0.key.hasPrefix(Self.prefix) }
    }

    enum Finding {
        case value(String)
        case file(variable: String, path: String)
        case both(variable: String)
    }

    /// What is set for a key: its variable, or the file that `…_FILE` names.
    mutating func claim(_ name: String) -> Finding? {
        let fileName = name + "_FILE"
        names.insert(name)
        claimed.formUnion([name, fileName])
        switch (variables[name], variables[fileName]) {
        case (nil, nil): return nil
        case (let value?, nil): return .value(value)
        case (nil, let path?): return .file(variable: fileName, path: path)
        case (_?, _?): return .both(variable: fileName)
        }
    }

    /// Variables that no key claimed, each with the nearest name that would count.
    var unknown: [(name: String, nearest: String?)] {
        variables.keys.filter { !claimed.contains($0) }.sorted()
            .map { ($0, Nearest.to($0, in: names)) }
    }
}
