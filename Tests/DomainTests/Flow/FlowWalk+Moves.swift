import Domain

extension FlowModel {
    var isOver: Bool { phase == .over }

    mutating func guess(_ key: UInt32, wellFormed: Bool, upgrade: CodeShape?, at now: Timestamp) -> String {
        switch phase {
        case .over: return "notFound"
        case .code:
            if key != keys { return "notFound" }
            if guesses == 3 { return "triesSpent" }
            if now >= codeEnds() { return "codeExpired" }
            if !wellFormed { return "malformedCode" }
            guard let upgrade, upgrade > shape else {
                guesses += 1
                return "compare"
            }
            (shape, guesses, wasUpgraded) = (upgrade, 0, true)
            generationsBorn.append(now)
            return "upgraded"
        case .password, .newPassword, .done:
            if key == keys { return phase.wrongStep }
            guard repeatFits(key, byCode: true, at: now) else { return "notFound" }
            if !wellFormed { return "malformedCode" }
            repeatsOpen += 1
            return "compareAgain"
        }
    }

    mutating func proveCode(
        generation: UInt32, shape: CodeShape, next: AfterCode, at now: Timestamp
    ) -> String {
        switch phase {
        case .over: return "notFound"
        case .code:
            guard generation == self.generation, shape == self.shape else { return "codeExpired" }
            lastAccepted = (keys, now, true)
            (keys, repeatsOpen) = (keys + 1, 0)
            switch next {
            case .askPassword: phase = .password
            case .choosePassword: phase = .newPassword
            case .finish: phase = .done
            }
            return "proceed"
        case .password, .newPassword, .done:
            let isTwin = lastAccepted?.byCode == true && generation == self.generation && shape == self.shape
            return isTwin ? "alreadyTaken" : "notFound"
        }
    }

    mutating func password(_ key: UInt32, at now: Timestamp) -> String {
        switch phase {
        case .over: return "notFound"
        case .code: return key == keys ? phase.wrongStep : "notFound"
        case .password:
            if key != keys { return "notFound" }
            if passwords == 3 { return "triesSpent" }
            passwords += 1
            return "comparePassword"
        case .newPassword: return key == keys ? "hashNewPassword" : "notFound"
        case .done:
            guard repeatFits(key, byCode: false, at: now) else { return "notFound" }
            repeatsOpen += 1
            return "compareAgain"
        }
    }

    mutating func finish(_ key: UInt32, chosen: Bool, at now: Timestamp) -> String {
        switch phase {
        case .over: return "notFound"
        case .code: return chosen && key == keys ? phase.wrongStep : "notFound"
        case .password, .newPassword:
            if chosen != (phase == .newPassword) {
                return chosen && key == keys ? phase.wrongStep : "notFound"
            }
            if key != keys { return "notFound" }
            (lastAccepted, repeatsOpen, phase) = ((key, now, false), 0, .done)
            return "proceed"
        case .done:
            if chosen { return key == keys ? phase.wrongStep : "notFound" }
            guard let lastAccepted, !lastAccepted.byCode, lastAccepted.key == key else { return "notFound" }
            return "alreadyTaken"
        }
    }

    mutating func resend(_ key: UInt32, at now: Timestamp) -> String {
        if isOver || key != keys { return "notFound" }
        guard phase == .code else { return phase.wrongStep }
        if guesses == 3 { return "triesSpent" }
        if wasUpgraded || sends.count == 3 { return "tooManyCodes" }
        let wait = sends.count == 1 ? 30_000 : 60_000
        if now.milliseconds < (sends.last ?? began).milliseconds + Int64(wait) { return "resendTooEarly" }
        if codeEnds().milliseconds - now.milliseconds < 60_000 { generationsBorn.append(now) }
        sends.append(now)
        return "proceed"
    }

    mutating func cancel(_ key: UInt32) -> String {
        if isOver || key != keys { return "notFound" }
        if phase == .done { return phase.wrongStep }
        phase = .over
        return "proceed"
    }

    mutating func proveRepeat(_ accepted: AcceptedStep) -> String {
        guard !isOver, let lastAccepted, phase != .code, accepted.key == lastAccepted.key else {
            return "notFound"
        }
        switch accepted.input {
        case .code(let generation, let shape, _):
            guard lastAccepted.byCode, generation == self.generation, shape == self.shape else {
                return "notFound"
            }
        case .password:
            guard !lastAccepted.byCode else { return "notFound" }
        }
        repeatsOpen = Swift.max(0, repeatsOpen - 1)
        return "alreadyTaken"
    }
}
