enum VersionCommand {
    static let command = Command(
        name: "version", summary: "Print the version.",
        details: ["Prints the version of Latchkey and of the Swift compiler that built it."]
    ) { invocation in
        invocation.terminal.out("latchkey \(version)")
        invocation.terminal.out("built with Swift \(compiler)")
        return .ok
    }

    /// The compiler does not tell its version as a text: this asks, newest first.
    private static var compiler: String {
        #if compiler(>=6.4)
            "6.4 or later"
        #elseif compiler(>=6.3.1)
            "6.3.1 or later"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}
