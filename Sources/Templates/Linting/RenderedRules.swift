/// What holds for a message as people get it, whatever its templates say.
struct RenderedRules {
    private static let mostHTML = 30 * 1024
    /// A run of so many digits looks like a code to a phone, which would offer to fill it in.
    private static let shortestCode = 4

    let templates: LanguageTemplates
    let kind: MessageKind
    let site: MessageSite
    private let text: ParsedFile
    private let html: ParsedFile
    private let sms: ParsedFile?
    private(set) var findings: [TemplateFinding] = []
    /// The largest SMS of all samples.
    private var longest: SegmentCount?

    init?(_ templates: LanguageTemplates, _ kind: MessageKind, _ pack: LanguagePack, site: MessageSite) {
        guard let text = pack.file(kind, .text), let html = pack.file(kind, .html) else { return nil }
        self.templates = templates
        self.kind = kind
        self.site = site
        self.text = text
        self.html = html
        sms = pack.file(kind, .sms)
    }

    mutating func check() {
        for message in kind.samples(site: site) {
            do {
                try checkMail(message)
                try checkSMS(message)
            } catch {
                add(text, "includes partials too deep or repeats too much; make it simpler")
            }
        }
        checkSegments()
    }

    private mutating func checkMail(_ message: Message) throws(RenderError) {
        guard let mail = try templates.email(message, site: site) else { return }
        if mail.subject.isEmpty {
            findings.append(TemplateFinding(text.path, 1, "the subject is empty; say what the mail is for"))
        }
        checkFirstLine(of: mail.text, message, in: text)
        if mail.html.utf8.count > Self.mostHTML {
            add(
                html,
                "the mail is longer than \(Self.mostHTML / 1024) KiB; mail programs cut it, make it shorter")
        }
    }

    private mutating func checkSMS(_ message: Message) throws(RenderError) {
        guard let sms else { return }
        for form in SMSForm.allCases {
            guard let text = try templates.sms(message, form, site: site) else { return }
            checkFirstLine(of: text, message, in: sms)
            checkOrigin(of: text, message, in: sms)
        }
        guard let sent = try templates.sms(message, site: site) else { return }
        let count = SegmentCount(sent.text)
        if (count.segments, count.units) > (longest?.segments ?? 0, longest?.units ?? 0) { longest = count }
    }

    private mutating func checkSegments() {
        guard let sms, let longest, longest.segments > 1 else { return }
        let (name, most) = longest.alphabet == .gsm7 ? ("GSM-7", 160) : ("UCS-2", 70)
        add(
            sms,
            "takes up to \(longest.segments) segments (\(longest.units) units of \(name), one segment holds "
                + "\(most)); shorten what {{#full}}, {{#brief}} and {{#latin}} hold, the first that fits is sent"
        )
    }

    private mutating func checkFirstLine(of text: String, _ message: Message, in file: ParsedFile) {
        let line = text.firstLine
        if let code = message.code {
            if !line.contains(code) {
                add(
                    file, "the first line does not hold the code; write {{code}} there, notifications show it"
                )
            }
        } else if Self.longestDigitRun(in: line) >= Self.shortestCode {
            add(file, "the first line has four or more digits in a row, as only a code may; move them down")
        }
    }

    private mutating func checkOrigin(of text: String, _ message: Message, in file: ParsedFile) {
        guard let code = message.code else { return }
        let origin = "@\(site.host) #\(code)"
        if !text.utf8.reversed().starts(with: ("\n" + origin).utf8.reversed()) {
            let isThere = text.split(separator: "\n").contains(origin[...])
            add(
                file,
                (isThere ? "the origin line is not the last one" : "the origin line is missing")
                    + "; the last line is exactly @{{host}} #{{code}}, so that phones fill the code in")
        }
    }

    private mutating func add(_ file: ParsedFile, _ problem: String) {
        findings.append(TemplateFinding(file.path, file.firstLine, problem))
    }

    private static func longestDigitRun(in line: Substring) -> Int {
        var (longest, run) = (0, 0)
        for scalar in line.unicodeScalars {
            run = scalar.properties.generalCategory == .decimalNumber ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

extension Message {
    fileprivate var code: String? {
        switch self {
        case .signInCode(let notice), .registrationCode(let notice), .resetCode(let notice),
            .newContactCode(let notice), .confirmationCode(let notice), .accountExists(let notice):
            notice.code
        case .noAccount, .newDevice, .contactAdded, .contactRemoved, .passwordChanged, .wrongGuesses,
            .sessionEnded, .welcome:
            nil
        }
    }
}
