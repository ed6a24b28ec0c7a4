/// Reads what follows a command: `--name value`, `--name=value`, flags, operands, and `--` before operands alone.
struct OptionParser {
    struct Problem: Error {
        let text: String
    }

    let command: Command

    func parse(_ arguments: [String], into invocation: inout Invocation) throws(Problem) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                invocation.operands += rest
                break
            } else if argument.hasPrefix("--") {
                try option(argument.dropFirst(2), &rest, &invocation)
            } else if argument.hasPrefix("-"), argument != "-" {
                throw Problem(text: "unknown option \(shown(argument)); options begin with two dashes")
            } else {
                invocation.operands.append(argument)
            }
        }
        let count = invocation.operands.count
        if count > command.operands.count.upperBound {
            let extra = invocation.operands[command.operands.count.upperBound]
            throw Problem(text: "\(command.name) does not take \(shown(extra))")
        }
        if count < command.operands.count.lowerBound {
            throw Problem(text: "\(command.name) needs \(command.operands.placeholder)")
        }
    }

    private func option(
        _ text: Substring, _ rest: inout ArraySlice<String>, _ invocation: inout Invocation
    ) throws(Problem) {
        let equals = text.firstIndex(of: "=")
        let name = String(text[..<(equals ?? text.endIndex)])
        let attached = equals.map { String(text[text.index(after: $0)...]) }
        guard let option = command.options.first(where: { $0.name == name }) else {
            let nearest = Nearest.to(name, in: (command.options + [.help]).map(\.name))
            let hint = nearest.map { "; did you mean --\($0)?" } ?? ""
            throw Problem(text: "\(command.name) does not know the option \(shown("--" + name))\(hint)")
        }
        guard invocation.values[name] == nil, !invocation.flags.contains(name) else {
            throw Problem(text: "--\(name) is given twice")
        }
        guard let placeholder = option.value else {
            guard attached == nil else { throw Problem(text: "--\(name) takes no value") }
            invocation.flags.insert(name)
            return
        }
        var value = attached
        // What looks like an option is not a value: `--config --help` forgot the file.
        if value == nil, let next = rest.first, !next.hasPrefix("--") { value = rest.removeFirst() }
        guard let value, !value.isEmpty else {
            throw Problem(text: "--\(name) needs a value: --\(name) \(placeholder)")
        }
        invocation.values[name] = value
    }

    private func shown(_ text: String) -> String { ConfigValue.text(text).json5 }
}
