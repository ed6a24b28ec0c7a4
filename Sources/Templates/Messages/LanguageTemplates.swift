/// The compiled messages of one language.
struct LanguageTemplates: Sendable {
    private struct Compiled: Sendable {
        let subject: Template<PlainText>
        let text: Template<PlainText>
        let html: Template<HTMLText>
        let sms: Template<PlainText>?
    }

    let language: LanguageTag
    private var compiled: [MessageKind: Compiled] = [:]

    /// Holds the messages whose files parsed; the linter has reported the others.
    init(_ pack: LanguagePack) {
        language = pack.language
        for kind in MessageKind.allCases {
            guard let subject = pack.file(kind, .subject), let text = pack.file(kind, .text),
                pack.file(kind, .html) != nil, let layout = pack.layout
            else { continue }
            let plain = pack.partials(for: kind, .text)
            compiled[kind] = Compiled(
                subject: Template(nodes: subject.nodes, partials: plain),
                text: Template(nodes: text.nodes, partials: plain),
                html: Template(nodes: layout.nodes, partials: pack.partials(for: kind, .html)),
                sms: pack.file(kind, .sms).map { Template(nodes: $0.nodes, partials: plain) })
        }
    }

    /// Nil when the files of this message did not parse.
    func email(_ message: Message, site: MessageSite) throws(RenderError) -> EmailContent? {
        guard let compiled = compiled[message.kind] else { return nil }
        var values = message.values(site: site, language: language)
        let plain = values.templateValue
        let subject = try compiled.subject.render(plain)
        let text = Self.trimmed(try compiled.text.render(plain))
        values[.subject] = .text(subject)
        values[.preheader] = .text(String(text.firstLine))
        return EmailContent(
            subject: subject, text: text, html: try compiled.html.render(values.templateValue))
    }

    /// The longest form that fits in one segment; if none does, the last of those that take the fewest. Nil for a message that does
    /// not go by SMS, or whose files did not parse.
    func sms(_ message: Message, site: MessageSite) throws(RenderError) -> SMSContent? {
        var best: (text: String, segments: Int)?
        for form in SMSForm.allCases {
            guard let text = try sms(message, form, site: site) else { return nil }
            let segments = SegmentCount(text).segments
            if segments <= best?.segments ?? .max { best = (text, segments) }
            if segments == 1 { break }
        }
        return best.map { SMSContent(text: $0.text) }
    }

    func sms(_ message: Message, _ form: SMSForm, site: MessageSite) throws(RenderError) -> String? {
        guard let template = compiled[message.kind]?.sms else { return nil }
        var values = message.values(site: site, language: language)
        values[form.variable] = true
        return Self.trimmed(try template.render(values.templateValue))
    }

    /// Without the line ends that a section or partial may leave at the end.
    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "\n" { text.removeLast() }
        return text
    }
}

extension String {
    var firstLine: Substring {
        let end = utf8.firstIndex(of: UInt8(ascii: "\n")) ?? endIndex
        return self[..<end]
    }
}
