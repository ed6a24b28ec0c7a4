extension ConfigurationError {
    /// In one line, for the log.
    var text: String {
        switch self {
        case .file(let name, let problem): "\(name): \(problem.text)"
        case .invalid(let problems): problems.map(\.description).joined(separator: "; ")
        }
    }
}
