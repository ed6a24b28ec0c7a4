import Domain
import EventLoop

/// The development inbox for people: what would have been sent, newest first.
struct InboxPage {
    let messages: [InboxRoutes.Message]

    var html: [UInt8] {
        let head =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Development inbox</title>"
            + "<meta name=\"viewport\" content=\"width=device-width\"></head><body><h1>Development inbox</h1>"
        let body = messages.isEmpty ? "<p>No message yet.</p>" : messages.map(article).joined()
        return Array((head + body + "</body></html>").utf8)
    }

    private func article(_ message: InboxRoutes.Message) -> String {
        "<article><h2>\(escaped(message.content.subject ?? "SMS"))</h2><p>To <b>\(escaped(message.recipient.text))</b>, "
            + "<time>\(message.sentAt.rfc3339)</time>"
            + (message.code.map { ", code <code>\(escaped($0))</code>" } ?? "")
            + "</p><pre>\(escaped(message.content.text))</pre></article>"
    }

    private func escaped(_ text: String) -> String {
        var safe = ""
        for character in text.unicodeScalars {
            switch character {
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "&": safe += "&amp;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(character)
            }
        }
        return safe
    }
}
