import Domain
import Doubles

/// A small second opinion on flows, written from the rules and not from the machine: it keeps a diary of what
/// happened and works everything out from that.
struct FlowModel {
    enum Phase: Equatable { case code, password, newPassword, done, over }

    let began: Timestamp
    var phase = Phase.code
    var keys: UInt32 = 1
    var sends: [Timestamp]
    var wasUpgraded = false
    var generationsBorn: [Timestamp]
    var shape = CodeShape.digits4
    /// Guesses since the flow began or was upgraded.
    var guesses = 0
    var passwords = 0
    var lastAccepted: (key: UInt32, at: Timestamp, byCode: Bool)?
    var repeatsOpen = 0

    init(began: Timestamp) {
        self.began = began
        sends = [began]
        generationsBorn = [began]
    }

    var generation: UInt32 { UInt32(generationsBorn.count) }
    var triesLeft: Int { 3 - guesses }

    func codeEnds() -> Timestamp {
        let born = generationsBorn.last ?? began
        return Swift.min(born + .minutes(5), began + .minutes(15))
    }

    /// How a call with the code or password of the step before fares.
    func repeatFits(_ key: UInt32, byCode: Bool, at now: Timestamp) -> Bool {
        guard let lastAccepted, lastAccepted.key == key, lastAccepted.byCode == byCode else { return false }
        return abs(now.milliseconds - lastAccepted.at.milliseconds) <= 30_000 && repeatsOpen < 3
    }
}

/// What a walker does.
enum Move: CaseIterable {
    case guess, malformedGuess, upgradeGuess, proveCode, password, provePassword, choosePassword, resend
    case resendElsewhere, proveRepeat, cancel, report, wait, waitLong
}

extension FlowAnswer {
    /// The kind of an answer, without what it carries.
    var kind: String {
        switch self {
        case .compare: "compare"
        case .comparePassword: "comparePassword"
        case .hashNewPassword: "hashNewPassword"
        case .compareAgain: "compareAgain"
        case .upgraded: "upgraded"
        case .proceed: "proceed"
        case .alreadyTaken: "alreadyTaken"
        }
    }
}

extension FlowError {
    var kind: String {
        switch self {
        case .notFound: "notFound"
        case .wrongStep(let next): "wrongStep \(next.rawValue)"
        case .codeExpired: "codeExpired"
        case .triesSpent: "triesSpent"
        case .malformedCode: "malformedCode"
        case .resendTooEarly: "resendTooEarly"
        case .tooManyCodes: "tooManyCodes"
        }
    }
}

extension FlowModel.Phase {
    var wrongStep: String {
        switch self {
        case .code: "wrongStep code"
        case .password: "wrongStep password"
        case .newPassword: "wrongStep new_password"
        case .done: "wrongStep done"
        case .over: "notFound"
        }
    }
}
