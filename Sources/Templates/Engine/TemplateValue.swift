/// What a template is filled with. Whoever fills it builds this value by hand: nothing is read from a type by
/// reflection, so nothing gets into a page that nobody put there.
public indirect enum TemplateValue: Sendable, Equatable {
    case text(String)
    case bool(Bool)
    case list([TemplateValue])
    case map([String: TemplateValue])

    /// Whether a section shows. The specification hides false and the empty list; an empty text hides it too,
    /// as in mustache.js.
    var isShown: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .bool(let isTrue): isTrue
        case .list(let items): !items.isEmpty
        case .map: true
        }
    }

    func member(_ name: String) -> TemplateValue? {
        guard case .map(let members) = self else { return nil }
        return members[name]
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(booleanLiteral isTrue: Bool) { self = .bool(isTrue) }
    public init(arrayLiteral items: TemplateValue...) { self = .list(items) }

    /// Of a name that is given twice the last value stays.
    public init(dictionaryLiteral members: (String, TemplateValue)...) {
        self = .map(Dictionary(members, uniquingKeysWith: { _, last in last }))
    }
}
