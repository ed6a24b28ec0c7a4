/// The members of an object in the order written; no key stands twice.
public struct JSONObject: Equatable, Sendable {
    public struct Member: Equatable, Sendable {
        public let key: String
        public let value: JSONValue

        public static func == (left: Member, right: Member) -> Bool {
            sameBytes(left.key, right.key) && left.value == right.value
        }
    }

    public private(set) var members: [Member]

    public init() {
        members = []
    }

    /// The caller has seen to it that no key stands twice.
    init(distinct members: [Member]) {
        self.members = members
    }

    public var isEmpty: Bool { members.isEmpty }

    /// The value of a key, looked for from the front. A new key goes to the end, nil takes the key away.
    public subscript(key: String) -> JSONValue? {
        get {
            members.first { sameBytes($0.key, key) }?.value
        }
        set {
            switch (members.firstIndex { sameBytes($0.key, key) }, newValue) {
            case (let index?, let value?): members[index] = Member(key: key, value: value)
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }
}
