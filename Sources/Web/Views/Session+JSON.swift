public import Domain
public import JSON

/// A row of `GET /v1/me/sessions`.
struct SessionRow: JSONWritable {
    let session: Session
    let isCurrent: Bool

    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", session.id.description)
            $0.field("device", session.deviceName?.text)
            $0.field("browser", session.origin.device.browser.rawValue)
            $0.field("system", session.origin.device.system.rawValue)
            $0.field("address", session.origin.address)
            $0.field("place", session.origin.place)
            $0.field("created_at", session.createdAt.rfc3339)
            $0.field("seen_at", session.seenAt.rfc3339)
            $0.array("amr") { array in
                for method in session.methods { array.element(method.rawValue) }
            }
            $0.field("current", isCurrent)
        }
    }
}

extension HistoryEvent: JSONWritable {
    /// A row of `GET /v1/me/history`.
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", id.description)
            $0.field("time", time.rfc3339)
            $0.field("kind", kind.rawValue)
            $0.field("outcome", outcome.rawValue)
            $0.field("address", origin.address)
            $0.field("place", origin.place)
            $0.field("device", "\(origin.device.browser.rawValue), \(origin.device.system.rawValue)")
        }
    }
}
