/// A kind of device, by names that are the same in every language.
public struct SeenDevice: Hashable, Sendable {
    public enum Browser: Hashable, Sendable {
        case named(String)
        /// A page inside an application.
        case application
        /// No browser: a command line, a library, a robot.
        case program
        case unknown
    }

    public let browser: Browser
    public let system: String?

    public init(browser: Browser, system: String?) {
        self.browser = browser
        self.system = system
    }

    /// From the words of the closed vocabulary, where `application`, `program` and `unknown` stand for what has
    /// no name of its own.
    public init(browser: String, system: String) {
        switch browser {
        case "application": self.browser = .application
        case "program": self.browser = .program
        case "unknown": self.browser = .unknown
        default: self.browser = .named(browser)
        }
        self.system = system == "unknown" ? nil : system
    }
}
