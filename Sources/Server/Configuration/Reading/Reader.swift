import Domain

/// Hands out the values of keys and takes down every key that was asked for.
///
/// The initializers of `Configuration` ask for each key once, with its kind, default and meaning. So they are the
/// schema: what they ask for is what the file may hold, what the environment may override and what the reference
/// lists. A wrong value is noted and replaced by the default, so that all problems show in one run.
struct Reader {
    /// The object whose keys are being read.
    struct Frame {
        let path: ConfigPath
        let values: [String: ConfigValue]
        let origin: ConfigOrigin?
        var known: Set<String> = []
    }

    let fileName: String?
    let index: LineIndex
    let surroundings: Surroundings
    /// Samples are read to learn the keys of list items; what they say is not the configuration.
    var isSampling = false
    var environment: Environment
    var frame: Frame
    var origins: [ConfigPath: ConfigOrigin] = [:]
    var strangers: [(path: ConfigPath, origin: ConfigOrigin, siblings: Set<String>)] = []

    var entries: [SchemaEntry] = []
    var groups: [SchemaGroup] = []
    var problems: [ConfigProblem] = []
    var warnings: [ConfigProblem] = []

    /// Reads `tree`, the content of the file `fileName`, under the variables of `surroundings`.
    init(
        _ tree: [String: ConfigValue], fileName: String?, index: LineIndex, surroundings: Surroundings
    ) {
        self.fileName = fileName
        self.index = index
        self.surroundings = surroundings
        environment = Environment(surroundings.environment)
        frame = Frame(path: ConfigPath(), values: tree, origin: nil)
    }

    // MARK: Values

    mutating func callAsFunction<Value>(
        _ key: String, _ kind: Kind<Value>, default standard: Value, example: String? = nil,
        isLeftOut: Bool = false, _ meaning: String
    ) -> Value {
        let path = frame.path.key(key)
        note(path, kind.name, kind.write(standard), meaning, example: example, isLeftOut: isLeftOut)
        return value(at: path, kind) ?? standard
    }

    /// A key whose empty text, the default, means that there is none.
    mutating func optional<Value>(
        _ key: String, _ kind: Kind<Value>, example: String? = nil, _ meaning: String
    ) -> Value? {
        self(key, kind.optional, default: nil, example: example, meaning)
    }

    mutating func list<Value>(
        _ key: String, _ kind: Kind<Value>, default standard: [Value] = [], example: String? = nil,
        _ meaning: String
    ) -> [Value] {
        self(key, kind.list, default: standard, example: example, meaning)
    }

    /// A key that an item of a list must state.
    mutating func required<Value>(
        _ key: String, _ kind: Kind<Value>, example: String? = nil, _ meaning: String
    ) -> Value? {
        let path = frame.path.key(key)
        note(path, kind.name, nil, meaning, example: example)
        if frame.values[key] == nil {
            report(frame.path, "the key \"\(key)\" is missing; expected \(kind.expected)")
        }
        return value(at: path, kind)
    }

    /// A secret of an item: stated as `key`, or kept in the file that `key_file` names.
    mutating func secret(_ key: String, _ meaning: String) -> Secret<String>? {
        let here = frame.path
        let stated = optional(key, .secret, meaning)
        let file = optional(
            key + "_file", .path, example: "\"/run/secrets/\(key)\"", "The file that holds `\(key)` instead.")
        guard let file else { return stated }
        guard stated == nil else {
            report(here.key(key + "_file"), "stands beside \"\(key)\"; only one of the two can count")
            return nil
        }
        return content(of: file, for: here.key(key + "_file")).map(Secret.init)
    }

    /// A secret without which the item cannot work.
    mutating func requiredSecret(_ key: String, _ meaning: String) -> Secret<String>? {
        let here = frame.path
        let found = secret(key, meaning)
        if frame.values[key] == nil, frame.values[key + "_file"] == nil {
            report(here, "needs \"\(key)\" or \"\(key)_file\"")
        }
        return found
    }
}
