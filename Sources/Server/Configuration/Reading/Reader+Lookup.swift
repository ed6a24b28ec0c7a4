extension Reader {
    mutating func note(
        _ path: ConfigPath, _ kind: String, _ standard: ConfigValue?, _ meaning: String,
        example: String? = nil, isLeftOut: Bool = false, samples: [ConfigValue] = []
    ) {
        frame.known.insert(path.name)
        let generic = path.generic
        guard !path.isInsideItem || !entries.contains(where: { $0.path == generic }) else { return }
        entries.append(
            SchemaEntry(
                path: generic, kind: kind, standard: standard, meaning: meaning, example: example,
                isLeftOut: isLeftOut, samples: samples))
    }

    /// The value that counts: the environment before the file. `nil` when neither states it, or states it wrongly.
    mutating func value<Value>(at path: ConfigPath, _ kind: Kind<Value>) -> Value? {
        guard let (found, origin) = find(path, kind.shape) else { return nil }
        origins[path] = origin
        do {
            return try kind.read(found)
        } catch {
            let place = error.index.map { path.item($0) } ?? path
            origins[place] = narrowed(origin, to: place)
            let shown = kind.isSecret ? "a value that is not shown" : Self.shown(error.found)
            report(place, "found \(shown); expected \(error.expected)")
            return nil
        }
    }

    private mutating func find(_ path: ConfigPath, _ shape: ValueShape) -> (ConfigValue, ConfigOrigin)? {
        if !path.isInsideItem, let finding = environment.claim(path.environmentName) {
            return find(path, shape, finding)
        }
        guard let value = frame.values[path.name] else { return nil }
        return (value, narrowed(frame.origin ?? fileOrigin(path), to: path))
    }

    private mutating func find(
        _ path: ConfigPath, _ shape: ValueShape, _ finding: Environment.Finding
    ) -> (ConfigValue, ConfigOrigin)? {
        let name = path.environmentName
        switch finding {
        case .value(let text):
            origins[path] = .environment(name)
            return value(text, path, shape)
        case .file(let variable, let file):
            origins[path] = .environment(variable)
            return content(of: file, for: path).flatMap { value($0, path, shape) }
        case .both(let variable):
            origins[path] = .environment(variable)
            report(path, "set beside \(name); only one of the two can count")
            return nil
        }
    }

    private mutating func value(
        _ text: String, _ path: ConfigPath, _ shape: ValueShape
    ) -> (ConfigValue, ConfigOrigin)? {
        let origin = origin(of: path)
        switch shape {
        case .text: return (.text(text), origin)
        case .bare: return (ConfigValue(json5: text.utf8) ?? .text(text), origin)
        case .list:
            let start = text.utf8.first { $0 > 0x20 }
            if start != UInt8(ascii: "["), start != UInt8(ascii: "{") {
                return (.list(Self.split(text)), origin)
            }
            fallthrough
        case .structure:
            guard let value = structure(text, path) else { return nil }
            return (value, origin)
        }
    }

    /// JSON5 from a variable, with the same care about doubled keys as in the file.
    private mutating func structure(_ text: String, _ path: ConfigPath) -> ConfigValue? {
        do {
            let index = try LineIndex([UInt8](text.utf8))
            for doubled in index.doubled { report(path, "the key \(doubled.path) stands twice") }
            if let value = ConfigValue(json5: text.utf8) { return value }
            report(path, "is not JSON5")
        } catch {
            report(path, "is not JSON5: \(error.text)")
        }
        return nil
    }

    /// `a, b` becomes two texts. Never numbers: `+49` is a prefix.
    private static func split(_ text: String) -> [ConfigValue] {
        text.split(separator: ",").compactMap { part in
            let item = part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
            return item.isEmpty ? nil : .text(String(item))
        }
    }
}

// MARK: - Where things stand

extension Reader {
    func fileOrigin(_ path: ConfigPath) -> ConfigOrigin {
        .file(fileName ?? "", line: index.line(of: path))
    }

    /// The place of something inside a value: in a file it has a line of its own.
    func narrowed(_ origin: ConfigOrigin, to path: ConfigPath) -> ConfigOrigin {
        if case .file = origin { fileOrigin(path) } else { origin }
    }

    func origin(of path: ConfigPath) -> ConfigOrigin {
        var place: ConfigPath? = path
        while let here = place {
            if let origin = origins[here] { return narrowed(origin, to: path) }
            place = here.parent
        }
        return .standard
    }

    /// A value in a message: short, on one line, and nothing that a terminal would act on.
    static func shown(_ value: ConfigValue) -> String {
        switch value {
        case .object: return "an object { … }"
        case .list: return "a list [ … ]"
        case .text(let text):
            let text = withoutUser(text)
            return ConfigValue.text(text.count <= 80 ? text : text.prefix(79) + "…").json5
        default: return value.json5
        }
    }

    /// People write `smtp://name:password@host`: the refusal must not repeat it.
    private static func withoutUser(_ text: String) -> String {
        guard let scheme = text.firstRange(of: "://"), let at = text.lastIndex(of: "@"),
            at > scheme.upperBound
        else { return text }
        return text[..<scheme.upperBound] + "…" + text[at...]
    }

    static func text(in bytes: [UInt8]) -> String {
        var bytes = bytes[...]
        if bytes.last == 0x0A { bytes.removeLast() }
        if bytes.last == 0x0D { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
