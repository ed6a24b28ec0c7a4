import Glibc

/// What the operator asks for.
public enum LogFormat: String, CaseIterable, Sendable {
    /// Text if the descriptor is a terminal, JSON otherwise.
    case auto
    case text, json

    /// Settles the format for `descriptor`. Colours are for terminals only, and not for those whose user set
    /// `NO_COLOR` (no-color.org) or that call themselves dumb.
    public func encoding(for descriptor: Int32) -> LogEncoding {
        let isTerminal = isatty(descriptor) == 1
        switch self {
        case .json: return .json
        case .text: return .text(colours: isTerminal && Self.wantsColours)
        case .auto: return isTerminal ? .text(colours: Self.wantsColours) : .json
        }
    }

    private static var wantsColours: Bool {
        wantsColours(noColor: environment("NO_COLOR"), terminal: environment("TERM"))
    }

    static func wantsColours(noColor: String?, terminal: String?) -> Bool {
        (noColor ?? "").isEmpty && terminal != "dumb"
    }

    private static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
