@testable import Server

/// A configuration with its surroundings, read without disk or environment.
struct Scenario {
    var text: String?
    var environment: [String: String] = [:]
    var files: [String: String] = [:]

    static let file = "config/latchkey.json5"

    init(_ text: String? = nil, environment: [String: String] = [:], files: [String: String] = [:]) {
        self.text = text
        self.environment = environment
        self.files = files
    }

    var surroundings: Surroundings {
        var contents = files
        contents[Self.file] = text
        let readable = contents
        return Surroundings(
            environment: environment,
            readFile: { path throws(Surroundings.FileProblem) in
                guard let text = readable[path] else { throw .missing }
                return Array(text.utf8)
            },
            canRead: { readable[$0] != nil })
    }

    func load() throws(ConfigurationError) -> LoadedConfiguration {
        try Configuration.load(file: nil, in: surroundings)
    }

    /// What is wrong, one line each; none when it loads.
    var problems: [String] {
        do {
            _ = try load()
            return []
        } catch .invalid(let problems) {
            return problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    var warnings: [String] {
        get throws { try load().warnings.map(\.description) }
    }
}
