extension Reader {
    /// Takes every key of the current item as known: for an item whose sort cannot be told.
    mutating func acceptAnyKey() {
        frame.known.formUnion(frame.values.keys)
    }

    mutating func group<Section>(
        _ key: String, _ meaning: String, _ read: (inout Reader) -> Section
    ) -> Section {
        let path = frame.path.key(key)
        groups.append(SchemaGroup(path: path, meaning: meaning))
        frame.known.insert(key)
        var members: [String: ConfigValue] = [:]
        switch frame.values[key] {
        case nil: break
        case .object(let object)?: members = object
        case let found?:
            origins[path] = fileOrigin(path)
            report(path, "found \(Self.shown(found)); expected an object { … }")
        }
        return within(Frame(path: path, values: members, origin: nil), read)
    }

    /// A list of objects. `samples` show one object of each sort: they are how the keys of an item become known.
    mutating func items<Item>(
        _ key: String, default standard: [ConfigValue] = [], samples: [ConfigValue], _ meaning: String,
        _ read: (inout Reader) -> Item?
    ) -> [Item] {
        let path = frame.path.key(key)
        let anything = Kind<[ConfigValue]>(
            "list of objects", shape: .structure, expected: "a list of objects [ { … } ]",
            read: { if case .list(let items) = $0 { items } else { nil } }, write: { .list($0) })
        note(path, anything.name, .list(standard), meaning, samples: samples)
        learn(from: samples, path, read)
        let stated = value(at: path, anything) ?? standard
        var items: [Item] = []
        for (number, entry) in stated.enumerated() {
            let place = path.item(number)
            let origin = narrowed(origins[path] ?? .standard, to: place)
            origins[place] = origin
            guard case .object(let members) = entry else {
                report(place, "found \(Self.shown(entry)); expected an object { … }")
                continue
            }
            if let item = within(Frame(path: place, values: members, origin: origin), read) {
                items.append(item)
            }
        }
        return items
    }

    private mutating func learn<Item>(
        from samples: [ConfigValue], _ path: ConfigPath, _ read: (inout Reader) -> Item?
    ) {
        guard !isSampling else { return }
        var pupil = self
        pupil.isSampling = true
        for (number, sample) in samples.enumerated() {
            guard case .object(let members) = sample else { continue }
            _ = pupil.within(
                Frame(path: path.item(number), values: members, origin: .standard), read)
        }
        entries = pupil.entries
    }

    private mutating func within<Section>(_ inner: Frame, _ read: (inout Reader) -> Section) -> Section {
        let outer = frame
        frame = inner
        let section = read(&self)
        closeFrame()
        frame = outer
        return section
    }

    mutating func closeFrame() {
        for key in frame.values.keys.sorted() where !frame.known.contains(key) {
            let path = frame.path.key(key)
            strangers.append((path, frame.origin ?? fileOrigin(path), frame.known))
        }
    }
}
