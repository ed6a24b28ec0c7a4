/// Where a value came from, so that a complaint about it can be found.
enum ConfigOrigin: Equatable, Sendable {
    case file(String, line: Int?)
    case environment(String)
    case standard
}

/// One thing that is wrong, or merely doubtful, in the configuration.
struct ConfigProblem: Error, Equatable, Sendable, CustomStringConvertible {
    let origin: ConfigOrigin
    let path: ConfigPath
    let text: String

    var description: String {
        switch origin {
        case .file(let name, let line):
            let place = line.map { "\(name):\($0)" } ?? name
            return path.steps.isEmpty ? "\(place): \(text)" : "\(place): \(path): \(text)"
        case .environment(let name):
            return path.isInsideItem ? "\(name): \(path): \(text)" : "\(name): \(text)"
        case .standard: return "\(path) (default): \(text)"
        }
    }

    /// The order in which they are shown: by line of the file, then the environment, then defaults.
    var rank: (Int, Int, String) {
        switch origin {
        case .file(_, let line): (0, line ?? 0, path.description)
        case .environment(let name): (1, 0, name)
        case .standard: (2, 0, path.description)
        }
    }
}
