public import Domain
import EventLoop
public import JSON

extension User: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", id.description)
            $0.fieldOrNull("name", profile.name)
            $0.object("profile") { object in
                for claim in Profile.Claim.allCases { object.field(claim.rawValue, profile.claims[claim]) }
            }
            $0.array("contacts", of: contacts) { object, contact in
                object.field("id", contact.id.description)
                object.field("kind", contact.contact.kind.rawValue)
                object.field("value", contact.contact.text)
                object.field("proved_at", contact.provedAt.rfc3339)
            }
            $0.field("has_password", hasPassword)
            $0.field("roles", roles.sorted().map(\.description))
            $0.field("disabled", isDisabled)
            $0.field("created_at", createdAt.rfc3339)
        }
    }
}

extension Timestamp {
    /// As the contract writes times: RFC 3339 in UTC.
    var rfc3339: String {
        RFC3339.string(WallTime(milliseconds: milliseconds), .seconds)
    }
}
