import EventLoop
import HTTP
import JSON
import Web

/// Says that the server is up, and nothing more.
@Sendable func alive(_ call: Call) async throws(Problem) -> Response {
    call.json { $0.field("status", "alive") }
}

/// Waits until its client leaves, as a device waits for its QR code to be scanned. The timer that never rings
/// is counted too: a real wait has one.
@Sendable func park(_ call: Call) async throws(Problem) -> Response {
    try? await call.request.loop.sleep(until: .distantFuture)
    return call.noContent()
}

/// Sends an event at once, then a comment now and then, until its client leaves.
@Sendable func stream(_ call: Call) async throws(Problem) -> Response {
    let loop = call.request.loop
    var response = call.text([], type: "text/event-stream")
    response.body = .stream { writer in
        try await writer.write(Array("event: state\ndata: {\"state\":\"waiting\"}\n\n".utf8))
        while true {
            try await loop.sleep(for: .seconds(15))
            try await writer.write(Array(": still here\n\n".utf8))
        }
    }
    return response
}
