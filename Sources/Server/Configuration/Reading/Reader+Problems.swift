extension Reader {
    /// The group or item that is being read.
    var place: ConfigPath { frame.path }

    /// Notes something that stops the start, at the place where `path` was set.
    mutating func report(_ path: ConfigPath, _ text: String) {
        problems.append(ConfigProblem(origin: origin(of: path), path: path, text: text))
    }

    mutating func warn(_ path: ConfigPath, _ text: String) {
        warnings.append(ConfigProblem(origin: origin(of: path), path: path, text: text))
    }

    /// Notes a path that is set but does not lead to something readable.
    mutating func expectReadable(_ file: String?, _ path: ConfigPath) {
        guard let file, !surroundings.canRead(file) else { return }
        report(path, "found \(ConfigValue.text(file).json5); it does not exist or cannot be read")
    }

    /// The text in a file, without the line end that editors add.
    mutating func content(of file: String, for path: ConfigPath) -> String? {
        guard !isSampling else { return nil }
        do {
            return try Self.text(in: surroundings.readFile(file))
        } catch {
            report(path, "\(ConfigValue.text(file).json5): \(error.text)")
            return nil
        }
    }

    /// Whether the file or the environment states the key.
    func isStated(_ path: ConfigPath) -> Bool {
        (origins[path] ?? .standard) != .standard
    }

    /// Closes the reading: what no key asked for is a problem too.
    mutating func finish() {
        closeFrame()
        let keys = entries.filter { !$0.path.isInsideItem }.map(\.path)
        for stranger in strangers {
            let name = stranger.path.name
            let sibling = Nearest.to(name, in: stranger.siblings)
            let elsewhere =
                stranger.path.isInsideItem ? [] : keys.filter { $0.name == name }.map(\.description)
            let hint =
                (sibling.map { ["\"\($0)\""] } ?? elsewhere.map { "\"\($0)\"" }).joined(separator: " or ")
            problems.append(
                ConfigProblem(
                    origin: stranger.origin, path: stranger.path,
                    text: "unknown key" + (hint.isEmpty ? "" : "; did you mean \(hint)?")))
        }
        for (name, nearest) in environment.unknown {
            problems.append(
                ConfigProblem(
                    origin: .environment(name), path: ConfigPath(),
                    text: "unknown variable" + (nearest.map { "; did you mean \($0)?" } ?? "")))
        }
        problems.sort { $0.rank < $1.rank }
        warnings.sort { $0.rank < $1.rank }
    }
}
