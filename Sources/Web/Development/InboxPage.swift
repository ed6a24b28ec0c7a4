import Domain
import EventLoop

/// The development inbox for people: what would have been sent, newest first.
struct InboxPage {
    let messages: [InboxRoutes.Message]

    var html: [UInt8] {
        let list: [HTML] = messages.isEmpty ? ["<p>No message yet.</p>"] : messages.map(article)
        let page: HTML = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Development inbox</title>\
            <meta name="viewport" content="width=device-width"></head>\
            <body><h1>Development inbox</h1>\(list)</body></html>
            """
        return Array(page.text.utf8)
    }

    private func article(_ message: InboxRoutes.Message) -> HTML {
        let code: HTML = message.code.map { ", code <code>\($0)</code>" } ?? ""
        return """
            <article><h2>\(message.content.subject ?? "SMS")</h2>\
            <p>To <b>\(message.recipient.text)</b>, <time>\(message.sentAt.rfc3339)</time>\(code)</p>\
            <pre>\(message.content.text)</pre></article>
            """
    }
}
