extension Invocation {
    /// Runs `body` with the configuration, or says what is wrong with it.
    func withConfiguration(_ body: (LoadedConfiguration) -> ExitCode) -> ExitCode {
        let loaded: LoadedConfiguration
        do {
            loaded = try Configuration.load(file: values["config"], in: surroundings)
        } catch {
            return refuse(error)
        }
        return body(loaded)
    }

    private func refuse(_ error: ConfigurationError) -> ExitCode {
        switch error {
        case .file(let name, let problem):
            terminal.error("latchkey: \(ConfigValue.text(name).json5): \(problem.text)")
            return .missingInput
        case .invalid(let problems):
            for problem in problems { terminal.error(problem.description) }
            let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
            terminal.error(
                "latchkey: \(count) in the configuration; docs/configuration.md explains every key")
            return .configuration
        }
    }
}
