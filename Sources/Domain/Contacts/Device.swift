/// What kind of device asks, in a closed vocabulary: whatever a caller sends as its user agent, messages and
/// lists hold no word of it.
public struct Device: Hashable, Sendable {
    public let browser: Browser
    public let system: System

    /// The raw value is the name by which people know it, the same in every language, but for the last three,
    /// which templates put into words.
    public enum Browser: String, Hashable, Sendable, CaseIterable {
        case chrome = "Chrome"
        case firefox = "Firefox"
        case safari = "Safari"
        case edge = "Edge"
        case opera = "Opera"
        case samsungInternet = "Samsung Internet"
        case yandex = "Yandex Browser"
        case vivaldi = "Vivaldi"
        case duckDuckGo = "DuckDuckGo"
        case ucBrowser = "UC Browser"
        case huawei = "Huawei Browser"
        case miBrowser = "Mi Browser"
        case internetExplorer = "Internet Explorer"
        /// A page inside an application.
        case application = "application"
        /// Something that is no browser: a command line, a library, a robot.
        case program = "program"
        case unknown = "unknown"
    }

    public enum System: String, Hashable, Sendable, CaseIterable {
        case windows = "Windows"
        case macOS = "macOS"
        case iOS = "iOS"
        case iPadOS = "iPadOS"
        case android = "Android"
        case chromeOS = "ChromeOS"
        case linux = "Linux"
        case unknown = "unknown"
    }

    public init(browser: Browser, system: System) {
        self.browser = browser
        self.system = system
    }

    public static let unknown = Device(browser: .unknown, system: .unknown)
}
