/// RFC 8259, section 8.3 compares keys code unit by code unit. Swift's `==` compares by canonical equivalence:
/// the Kelvin sign would pass for the letter K.
func sameBytes(_ left: String, _ right: String) -> Bool {
    let left = left.utf8.span
    let right = right.utf8.span
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
}

/// A key as a member of a set: equal by bytes, hashed with the seed of this process.
struct KeyBytes: Hashable {
    let key: String

    static func == (left: KeyBytes, right: KeyBytes) -> Bool {
        sameBytes(left.key, right.key)
    }

    func hash(into hasher: inout Hasher) {
        unsafe key.utf8.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}

/// The keys of one object so far. A few are compared one by one; many go into a set, so that an object of
/// thousands of keys costs time in proportion to its length.
struct KeyCheck {
    private static let few = 8
    private var set: Set<KeyBytes> = []

    /// False when `key` is already among `members`, which all came through here.
    mutating func admits(_ key: String, after members: [JSONObject.Member]) -> Bool {
        if members.count < Self.few {
            for member in members where sameBytes(member.key, key) { return false }
            return true
        }
        if set.isEmpty {
            for member in members { set.insert(KeyBytes(key: member.key)) }
        }
        return set.insert(KeyBytes(key: key)).inserted
    }
}
