public import HTTP

/// The fields of the site's answers, put together once and shared by all of them.
public final class SiteFields: Sendable {
    /// What every answer carries.
    let common: ResponseFields
    /// For answers in JSON. They may hold secrets, so nobody keeps them.
    let json: ResponseFields
    let problem: ResponseFields

    public init(_ common: ResponseFields) {
        self.common = common
        json = common.adding("Content-Type", "application/json").adding("Cache-Control", "no-store")
        problem = common.adding("Content-Type", "application/problem+json").adding(
            "Cache-Control", "no-store")
    }
}

extension ResponseFields {
    func adding(_ name: FieldName, _ value: FieldValue) -> ResponseFields {
        var fields = self
        fields.add(name, value)
        return fields
    }
}
