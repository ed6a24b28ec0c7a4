extension Device {
    /// Reads the `User-Agent` of a request; nil when there was none. Anything gives an answer, after a look
    /// at the first 512 bytes.
    ///
    /// An iPad that asks for desktop pages calls itself a Macintosh, and Brave calls itself Chrome: what
    /// hides is named as what it claims to be.
    public init(userAgent: String?) {
        let text = UserAgentText(userAgent ?? "")
        guard !text.isEmpty else {
            self = .unknown
            return
        }
        self.init(browser: Browser(text), system: System(text))
    }
}

extension Device.Browser {
    /// In this order, for nearly all of them call themselves Chrome and Safari as well.
    private static let marks: [(mark: String, browser: Device.Browser)] = [
        ("Edg/", .edge), ("EdgA/", .edge), ("EdgiOS/", .edge), ("Edge/", .edge),
        ("OPR/", .opera), ("OPT/", .opera), ("OPiOS/", .opera), ("Opera", .opera),
        ("SamsungBrowser/", .samsungInternet),
        ("YaBrowser/", .yandex),
        ("Vivaldi/", .vivaldi),
        ("DuckDuckGo/", .duckDuckGo), ("Ddg/", .duckDuckGo),
        ("UCBrowser/", .ucBrowser),
        ("HuaweiBrowser/", .huawei),
        ("MiuiBrowser/", .miBrowser),
        ("Firefox/", .firefox), ("FxiOS/", .firefox),
        ("; wv)", .application),
        ("CriOS/", .chrome), ("Chrome/", .chrome), ("Chromium/", .chrome), ("HeadlessChrome/", .chrome),
        ("MSIE ", .internetExplorer), ("Trident/", .internetExplorer),
        ("(compatible;", .program),
    ]

    fileprivate init(_ text: UserAgentText) {
        guard text.begins(with: "Mozilla/") || text.begins(with: "Opera/") else {
            self = .program
            return
        }
        if let known = Device.Browser.marks.first(where: { text.contains($0.mark) }) {
            self = known.browser
        } else if text.contains("AppleWebKit/") && text.contains("Safari/") {
            // Without Chrome beside it, this is Safari itself, or the browser of an Android before Chrome.
            self = text.contains("Version/") && !text.contains("Android") ? .safari : .unknown
        } else {
            self = text.contains("AppleWebKit/") && text.contains("Mobile/") ? .application : .unknown
        }
    }
}

extension Device.System {
    /// In this order: an iPhone says "like Mac OS X", an Android says "Linux".
    private static let marks: [(mark: String, system: Device.System)] = [
        ("Windows Phone", .unknown),
        ("iPad", .iPadOS),
        ("iPhone", .iOS), ("iPod", .iOS),
        ("Android", .android),
        ("CrOS ", .chromeOS),
        ("Windows", .windows),
        ("Macintosh", .macOS), ("Mac OS X", .macOS),
        ("Linux", .linux), ("X11;", .linux),
    ]

    fileprivate init(_ text: UserAgentText) {
        self = Device.System.marks.first { text.contains($0.mark) }?.system ?? .unknown
    }
}

/// The part of a user agent that is looked at.
private struct UserAgentText {
    private static let longest = 512

    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8.prefix(UserAgentText.longest))
    }

    var isEmpty: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") } }

    func begins(with mark: String) -> Bool {
        bytes.starts(with: mark.utf8)
    }

    func contains(_ mark: String) -> Bool {
        let mark = mark.utf8
        guard let first = mark.first, bytes.count >= mark.count else { return false }
        return (0...bytes.count - mark.count).contains {
            bytes[$0] == first && bytes[$0...].starts(with: mark)
        }
    }
}
