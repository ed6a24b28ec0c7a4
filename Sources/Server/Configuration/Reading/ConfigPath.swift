/// Where a value stands: `sms.gateways[0].name`.
struct ConfigPath: Hashable, Sendable, CustomStringConvertible {
    enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
        /// Any item of a list: how the reference names the keys of an item.
        case each
    }

    private(set) var steps: [Step] = []

    init() {}

    init(_ keys: String...) {
        steps = keys.map(Step.key)
    }

    func appending(_ step: Step) -> ConfigPath {
        var longer = self
        longer.steps.append(step)
        return longer
    }

    func key(_ name: String) -> ConfigPath { appending(.key(name)) }
    func item(_ index: Int) -> ConfigPath { appending(.index(index)) }

    var parent: ConfigPath? {
        guard !steps.isEmpty else { return nil }
        var shorter = self
        shorter.steps.removeLast()
        return shorter
    }

    /// The last key, without the path to it.
    var name: String {
        if case .key(let name)? = steps.last { name } else { "" }
    }

    var isInsideItem: Bool {
        steps.contains { if case .key = $0 { false } else { true } }
    }

    func isInside(_ outer: ConfigPath) -> Bool {
        steps.count > outer.steps.count && steps.starts(with: outer.steps)
    }

    /// The path with every index replaced by "any".
    var generic: ConfigPath {
        var path = self
        path.steps = steps.map { if case .index = $0 { .each } else { $0 } }
        return path
    }

    /// `email.url` is overridden by `LATCHKEY_EMAIL_URL`. Keys inside a list of objects have no name of their own.
    var environmentName: String {
        var name = "LATCHKEY"
        for case .key(let key) in steps { name += "_" + key.uppercased() }
        return name
    }

    var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .key(let key): text += text.isEmpty ? key : "." + key
            case .index(let index): text += "[\(index)]"
            case .each: text += "[]"
            }
        }
        return text
    }
}
