import Testing

@testable import Server

struct CommandTests {
    @Test func `without a command help goes to standard error`() {
        let (code, out, error) = latchkey()
        #expect(code == .usage)
        #expect(out.isEmpty)
        #expect(error.contains("Usage: latchkey COMMAND"))
    }

    @Test(arguments: ["help", "--help", "-h"])
    func `help goes to standard output`(word: String) {
        let (code, out, error) = latchkey(word)
        #expect(code == .ok)
        #expect(error.isEmpty)
        for command in CommandTable.standard.commands { #expect(out.contains("  \(command.name) ")) }
    }

    @Test func `every command explains itself in three ways alike, within 80 columns`() {
        for command in CommandTable.standard.commands {
            let help = latchkey(command.name, "--help")
            #expect(help.code == .ok)
            #expect(help.out == latchkey("help", command.name).out)
            #expect(help.out == latchkey(command.name, "-h").out)
            #expect(help.out.hasPrefix(command.summary + "\n"))
            for option in command.options { #expect(help.out.contains("--\(option.name)")) }
            for code in ExitCode.allCases { #expect(help.out.contains(code.meaning.prefix(20))) }
            for line in (help.out + "\n" + latchkey("help").out).split(separator: "\n") {
                #expect(line.count <= 80)
            }
        }
    }

    @Test(arguments: [
        (["serv"], "unknown command \"serv\"; did you mean \"serve\"?", "help"),
        (["xyzzy"], "unknown command \"xyzzy\"", "help"),
        ([""], "unknown command \"\"", "help"),
        (["Check"], "unknown command \"Check\"; did you mean \"check\"?", "help"),
        (["--config", "x", "serve"], "\"--config\" stands before the command", "help"),
        (
            ["serve", "--confg", "x"], "serve does not know the option \"--confg\"; did you mean --config?",
            "help serve"
        ),
        (
            ["check", "--confg=x"], "check does not know the option \"--confg\"; did you mean --config?",
            "help check"
        ),
        (["check", "--xyzzy"], "check does not know the option \"--xyzzy\"", "help check"),
        (["check", "-c"], "unknown option \"-c\"", "help check"),
        (["check", "--config"], "--config needs a value: --config FILE", "help check"),
        (["check", "--config", "--reference"], "--config needs a value", "help check"),
        (["check", "--config="], "--config needs a value", "help check"),
        (["check", "--config=a", "--config=b"], "--config is given twice", "help check"),
        (["check", "--reference=yes"], "--reference takes no value", "help check"),
        (["check", "--reference", "--reference"], "--reference is given twice", "help check"),
        (["check", "--reference", "--print-defaults"], "do not go together", "help"),
        (["check", "more"], "check does not take \"more\"", "help check"),
        (["check", "--", "--help"], "check does not take \"--help\"", "help check"),
        (["check", "\u{1B}[2J"], "check does not take \"\\u001b[2J\"", "help check"),
        (["help", "serv"], "unknown command \"serv\"; did you mean \"serve\"?", "help"),
        (["help", "serve", "check"], "unknown command", "help"),
        (["help", "a", "b", "c"], "help does not take \"c\"", "help help"),
    ])
    func `a wrong command line says what is wrong and how to get help`(
        arguments: [String], problem: String, help: String
    ) {
        let recording = RecordingTerminal()
        let code = CommandTable.standard.run(arguments, recording.terminal, Scenario().surroundings)
        #expect(code == .usage)
        #expect(recording.out.isEmpty)
        #expect(recording.error.contains(problem), "\(recording.error)")
        #expect(recording.error.hasSuffix("Run `latchkey \(help)` for help."))
    }

    @Test(arguments: [["--config", "other.json5"], ["--config=other.json5"]])
    func `an option takes its value with a space or an equals sign`(arguments: [String]) {
        let recording = RecordingTerminal()
        let scenario = Scenario(files: ["other.json5": "{ code: { length: 6 } }"])
        let code = CommandTable.standard.run(["check"] + arguments, recording.terminal, scenario.surroundings)
        #expect(code == .ok)
        #expect(recording.out.contains("6 digits"))
    }

    @Test func `a command of two words is found, and its second word missed`() {
        let table = CommandTable(commands: [
            Command(name: "admin create", summary: "Make an admin.", details: []) { invocation in
                invocation.terminal.out("made")
                return .ok
            },
            HelpCommand.command,
        ])
        #expect(latchkey("admin", "create", table: table).out == "made")
        #expect(
            latchkey("help", "admin", "create", table: table).out.contains("Usage: latchkey admin create"))
        #expect(
            latchkey("admin", table: table).error.contains("\"admin\" needs a second word: \"admin create\""))
        #expect(latchkey("admin", "crate", table: table).code == .usage)
        #expect(latchkey("admn", "create", table: table).error.contains("did you mean \"admin create\"?"))
    }

    @Test(arguments: ["version", "--version"])
    func `the version is printed with that of the compiler`(word: String) {
        let (code, out, _) = latchkey(word)
        #expect(code == .ok)
        #expect(out.hasPrefix("latchkey \(version)\nbuilt with Swift 6."))
    }

    @Test func `the exit codes are those of sysexits`() {
        #expect(ExitCode.allCases.map(\.rawValue) == [0, 64, 66, 69, 70, 74, 78])
    }

    @Test func `the page about the command line knows every command and exit code`() throws {
        let page = try Repository.text(of: "docs/command-line.md")
        for command in CommandTable.standard.commands { #expect(page.contains("`latchkey \(command.name)")) }
        for code in ExitCode.allCases { #expect(page.contains("| \(code.rawValue) | \(code.meaning) |")) }
    }

    @Test(arguments: [
        ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("ab", "ba", 1), ("same", "same", 0),
    ])
    func `the distance of two words counts their edits`(left: String, right: String, distance: Int) {
        #expect(Nearest.distance(left, right) == distance)
    }

    @Test func `a very long word is not compared`() {
        #expect(Nearest.to(String(repeating: "serve", count: 1_000_000), in: ["serve"]) == nil)
    }
}
