import Accounts
import Domain

extension Configuration {
    /// The rules of the site, as the services take them.
    var terms: Terms {
        var flow = FlowPolicy()
        flow.codeLifetime = code.ttl
        flow.tries = code.tries
        flow.sends = code.sends
        flow.resendAfter = code.resendAfter

        var guessing = GuessRules()
        guessing.base = baseShape
        guessing.unknownDevice = GuessBudget(size: guesses.unknownDevice, refillAfter: guesses.refillAfter)
        guessing.knownDevice = GuessBudget(size: guesses.knownDevice, refillAfter: guesses.refillAfter)
        guessing.spray.floor = guesses.sprayFloor

        let session = SessionPolicy(
            accessLifetime: tokens.accessTTL, refreshLifetime: tokens.refreshTTL, longest: tokens.refreshMax,
            grace: tokens.refreshGrace)
        return Terms(
            flow: flow, guesses: guessing, session: session,
            password: PasswordRule(minimumLength: password.minLength),
            passwordAtRegistration: password.atRegistration, registrationIsOpen: registration == .open)
    }

    private var baseShape: CodeShape {
        switch code.length {
        case 8: .digits8
        case 6: .digits6
        default: .digits4
        }
    }

    /// The limits, by the names that a refusal tells.
    var rates: [LimitRule: [Domain.Rate]] {
        let lists: [(LimitRule, [Server.Rate])] = [
            (.startPerContactAndNetwork, limits.startPerContactAndNetwork),
            (.startPerContact, limits.startPerContact), (.startPerNetwork, limits.startPerNetwork),
            (.pairingPerNetwork, limits.pairingPerNetwork), (.claimPerSession, limits.claimPerSession),
            (.requestPerAddress, limits.requestPerAddress),
        ]
        return Dictionary(
            uniqueKeysWithValues: lists.map { rule, rates in
                (rule, rates.map { Domain.Rate($0.count, per: $0.period) })
            })
    }
}
