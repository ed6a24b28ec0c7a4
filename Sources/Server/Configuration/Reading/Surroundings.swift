import FoundationEssentials

/// What the configuration is read from, so that tests need no disk and no environment.
struct Surroundings: Sendable {
    enum FileProblem: Error, Equatable {
        case missing
        case unreadable
        case tooLarge

        var text: String {
            switch self {
            case .missing: "there is no such file"
            case .unreadable: "the file cannot be read"
            case .tooLarge: "the file is larger than 1 MiB"
            }
        }
    }

    var environment: [String: String]
    /// The whole file, at most 1 MiB.
    var readFile: @Sendable (String) throws(FileProblem) -> [UInt8]
    /// Whether there is a file or folder that may be read.
    var canRead: @Sendable (String) -> Bool

    /// The process itself.
    static var real: Surroundings {
        Surroundings(
            environment: ProcessInfo.processInfo.environment,
            readFile: { path throws(FileProblem) in
                guard FileManager.default.fileExists(atPath: path) else { throw .missing }
                guard let content = FileManager.default.contents(atPath: path) else { throw .unreadable }
                guard content.count <= 1 << 20 else { throw .tooLarge }
                return [UInt8](content)
            },
            canRead: { FileManager.default.isReadableFile(atPath: $0) })
    }
}
