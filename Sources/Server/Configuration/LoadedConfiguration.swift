/// A configuration that may be used, and what its operator should know about it.
struct LoadedConfiguration: Sendable {
    let configuration: Configuration
    /// The file it was read from; absent when defaults and environment were all there was.
    let file: String?
    let warnings: [ConfigProblem]
}

enum ConfigurationError: Error {
    /// The file that was asked for is not there or cannot be read.
    case file(String, Surroundings.FileProblem)
    /// Everything that is wrong, in the order of the file.
    case invalid([ConfigProblem])
}

extension Configuration {
    static let standardFile = "config/latchkey.json5"

    /// Reads `file`, or the standard file if there is one, under the environment.
    ///
    /// Fails with every problem at once.
    static func load(
        file: String?, in surroundings: Surroundings
    ) throws(ConfigurationError) -> LoadedConfiguration {
        let name = file ?? standardFile
        let text: [UInt8]
        do {
            text = try surroundings.readFile(name)
        } catch {
            guard error == .missing, file == nil else { throw .file(name, error) }
            let reader = Reader([:], fileName: nil, index: LineIndex(), surroundings: surroundings)
            return try settle(reader, file: nil)
        }
        return try parse(text, fileName: name, in: surroundings)
    }

    /// Reads the text of a file.
    static func parse(
        _ text: [UInt8], fileName: String, in surroundings: Surroundings
    ) throws(ConfigurationError) -> LoadedConfiguration {
        let index: LineIndex
        do {
            index = try LineIndex(text)
        } catch {
            throw .invalid([problem(fileName, line: error.line, error.text)])
        }
        let tree: [String: ConfigValue]
        do {
            guard case .object(let members) = try ConfigValue.decode(json5: text) else {
                throw ConfigurationError.invalid([
                    problem(fileName, line: index.line(of: ConfigPath()), "expected an object { … }")
                ])
            }
            tree = members
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw .invalid([unreadable(error, fileName, index)])
        }
        var reader = Reader(tree, fileName: fileName, index: index, surroundings: surroundings)
        for doubled in index.doubled {
            let origin = ConfigOrigin.file(fileName, line: doubled.again)
            reader.problems.append(
                ConfigProblem(
                    origin: origin, path: doubled.path, text: "stands twice; first on line \(doubled.first)"))
        }
        return try settle(reader, file: fileName)
    }

    private static func settle(
        _ reader: Reader, file: String?
    ) throws(ConfigurationError) -> LoadedConfiguration {
        var reader = reader
        let configuration = Configuration(&reader)
        let wrong = reader.problems
        Rules(configuration: configuration).apply(to: &reader)
        // Where a value could not be read the rules saw the default: what they say about that key is not news.
        let found = reader.problems.dropFirst(wrong.count).filter { new in
            !wrong.contains { $0.path == new.path }
        }
        reader.problems = wrong + found
        reader.finish()
        guard reader.problems.isEmpty else { throw .invalid(reader.problems) }
        return LoadedConfiguration(configuration: configuration, file: file, warnings: reader.warnings)
    }

    private static func problem(_ file: String, line: Int?, _ text: String) -> ConfigProblem {
        ConfigProblem(origin: .file(file, line: line), path: ConfigPath(), text: text)
    }

    /// What the structure allows and the decoder does not: a number or an escape that it cannot read.
    private static func unreadable(_ error: any Error, _ file: String, _ index: LineIndex) -> ConfigProblem {
        var path = ConfigPath()
        if case .typeMismatch(_, let context)? = error as? DecodingError {
            for step in context.codingPath {
                path = step.intValue.map { path.item($0) } ?? path.key(step.stringValue)
            }
        }
        return ConfigProblem(
            origin: .file(file, line: index.line(of: path)), path: path,
            text: "a number or a text that JSON5 does not allow")
    }
}
