/// How the text of an environment variable becomes a value.
enum ValueShape: Sendable {
    case text
    /// A number or a flag: written as in the file, without quotes.
    case bare
    /// A list of plain texts or numbers: JSON5, or separated by commas.
    case list
    /// Objects and lists of them: JSON5 only.
    case structure
}

/// What a key may hold: how to read it, how to write it, and what to say when it is something else.
struct Kind<Value: Sendable>: Sendable {
    /// A value of the wrong kind. `index` points into a list.
    struct Mismatch: Error {
        let expected: String
        let found: ConfigValue
        var index: Int?
    }

    let shape: ValueShape
    /// One or two words for the reference.
    let name: String
    /// Follows "expected": `a duration such as "15m" or "1h30m"`.
    let expected: String
    /// The value is never repeated in a message.
    let isSecret: Bool
    let read: @Sendable (ConfigValue) throws(Mismatch) -> Value
    let write: @Sendable (Value) -> ConfigValue

    init(
        _ name: String, shape: ValueShape, expected: String, isSecret: Bool = false,
        read: @escaping @Sendable (ConfigValue) -> Value?,
        write: @escaping @Sendable (Value) -> ConfigValue
    ) {
        self.name = name
        self.shape = shape
        self.expected = expected
        self.isSecret = isSecret
        self.read = { found throws(Mismatch) in
            guard let value = read(found) else { throw Mismatch(expected: expected, found: found) }
            return value
        }
        self.write = write
    }

    private init(
        name: String, shape: ValueShape, expected: String, isSecret: Bool,
        throwing read: @escaping @Sendable (ConfigValue) throws(Mismatch) -> Value,
        write: @escaping @Sendable (Value) -> ConfigValue
    ) {
        self.name = name
        self.shape = shape
        self.expected = expected
        self.isSecret = isSecret
        self.read = read
        self.write = write
    }

    /// A kind that is written as a text.
    static func text(
        _ name: String, expected: String, isSecret: Bool = false,
        parse: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String
    ) -> Kind {
        Kind(
            name, shape: .text, expected: expected, isSecret: isSecret,
            read: { if case .text(let text) = $0 { parse(text) } else { nil } },
            write: { .text(write($0)) })
    }

    /// The same kind for fewer values: a value that reads well but is not among them is told apart.
    func restricted(to isAllowed: @escaping @Sendable (Value) -> Bool, expected: String) -> Kind {
        let read = read
        return Kind(
            name: name, shape: shape, expected: expected, isSecret: isSecret,
            throwing: { found throws(Mismatch) in
                let value = try read(found)
                guard isAllowed(value) else { throw Mismatch(expected: expected, found: found) }
                return value
            }, write: write)
    }

    /// The same kind, where the empty text means "none".
    var optional: Kind<Value?> {
        let read = read
        let write = write
        let expected = expected + ", or \"\" for none"
        return Kind<Value?>(
            name: name, shape: shape, expected: expected, isSecret: isSecret,
            throwing: { found throws(Kind<Value?>.Mismatch) in
                if found == "" { return nil }
                do throws(Mismatch) {
                    return try read(found)
                } catch {
                    throw Kind<Value?>.Mismatch(expected: expected, found: error.found, index: error.index)
                }
            },
            write: { value in if let value { write(value) } else { "" } })
    }

    /// A list of this kind; a wrong item is named by its place.
    var list: Kind<[Value]> {
        let item = self
        let expected = "a list [ … ], each item \(expected)"
        return Kind<[Value]>(
            name: "list of \(name)", shape: .list, expected: expected, isSecret: isSecret,
            throwing: { found throws(Kind<[Value]>.Mismatch) in
                guard case .list(let items) = found else {
                    throw Kind<[Value]>.Mismatch(expected: expected, found: found)
                }
                var values: [Value] = []
                for (index, entry) in items.enumerated() {
                    do throws(Mismatch) {
                        values.append(try item.read(entry))
                    } catch {
                        throw Kind<[Value]>.Mismatch(expected: item.expected, found: entry, index: index)
                    }
                }
                return values
            },
            write: { .list($0.map(item.write)) })
    }
}
