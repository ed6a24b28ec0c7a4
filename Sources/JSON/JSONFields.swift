/// The members of one object, taken out by name; what goes wrong is gathered until `finish()`.
///
/// A null is a value of the wrong type everywhere but in `value` and `change`: what does not apply is left out.
public struct JSONFields {
    /// So that a hostile body gets no long answer.
    public static let mostErrors = 32

    private let members: [JSONObject.Member]
    private var taken: [Bool]
    /// What stands before a key in a path: nothing, `profile.` or `keys[2].`.
    private let prefix: String
    private var errors: [JSONFieldError] = []

    public init(_ object: JSONObject) {
        self.init(object, prefix: "")
    }

    init(_ object: JSONObject, prefix: String) {
        members = object.members
        taken = Array(repeating: false, count: object.members.count)
        self.prefix = prefix
    }

    /// Throws everything that was wrong, keys that nobody asked for included. `JSONReadable` calls it.
    public mutating func finish() throws(JSONShapeError) {
        let errors = allErrors()
        if !errors.isEmpty { throw .fields(errors) }
    }

    /// What was noted, and the keys that nobody took.
    mutating func allErrors() -> [JSONFieldError] {
        for index in members.indices where !taken[index] {
            note(nameable(members[index].key), "unknown key")
        }
        return errors
    }

    /// The value of a key, counted as known from now on.
    mutating func take(_ key: String) -> JSONValue? {
        for index in members.indices where sameBytes(members[index].key, key) {
            taken[index] = true
            return members[index].value
        }
        return nil
    }

    /// Notes a fault of a key; an empty key means the object itself.
    mutating func note(_ key: String, _ reason: String) {
        guard errors.count < Self.mostErrors else { return }
        let path = key.isEmpty ? String(prefix.dropLast()) : prefix + key
        errors.append(JSONFieldError(field: path, reason: reason))
    }

    /// Reads an object within this one; its faults become ours.
    mutating func read<Body: JSONReadable>(_ type: Body.Type, _ value: JSONValue, at path: String) -> Body {
        guard case .object(let object) = value else {
            note(path, "must be an object")
            return standIn(type)
        }
        var inner = JSONFields(object, prefix: "\(prefix)\(path).")
        let body = type.init(from: &inner)
        errors.append(contentsOf: inner.allErrors().prefix(Self.mostErrors - errors.count))
        return body
    }

    /// A value to go on with after a fault has been noted.
    func standIn<Body: JSONReadable>(_ type: Body.Type) -> Body {
        var nothing = JSONFields(JSONObject())
        return type.init(from: &nothing)
    }

    /// An unknown key is input, which an answer must not repeat (it may be a secret in the wrong place). One that
    /// looks like our own keys is named, to show a slip of the pen; any other stands as its object.
    private func nameable(_ key: String) -> String {
        let bytes = key.utf8
        let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
        return isPlain && bytes.count <= 32 ? key : ""
    }
}
