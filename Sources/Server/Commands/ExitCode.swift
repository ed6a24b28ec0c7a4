/// How a command ended, in the numbers of `sysexits.h`.
enum ExitCode: Int32, CaseIterable, Sendable {
    case ok = 0
    case usage = 64
    case missingInput = 66
    case unavailable = 69
    case internalError = 70
    case inputOutput = 74
    case configuration = 78

    var meaning: String {
        switch self {
        case .ok: "done"
        case .usage: "the command line is wrong"
        case .missingInput: "a file that was named is not there or cannot be read"
        case .unavailable: "something needed is not available, such as a port that is in use"
        case .internalError: "a defect of the program"
        case .inputOutput: "reading or writing failed"
        case .configuration: "the configuration is wrong"
        }
    }
}
