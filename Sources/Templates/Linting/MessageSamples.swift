extension MessageKind {
    /// Messages that take as much room as any real one, and some that take as little.
    func samples(site: MessageSite) -> [Message] {
        let link = site.url + "/stop#" + String(repeating: "k", count: 43)
        return Circumstances.samples.flatMap { circumstances -> [Message] in
            switch self {
            case .signInCode: codes(circumstances, link).map(Message.signInCode)
            case .registrationCode: codes(circumstances, link).map(Message.registrationCode)
            case .resetCode: codes(circumstances, link).map(Message.resetCode)
            case .newContactCode: codes(circumstances, link).map(Message.newContactCode)
            case .confirmationCode: codes(circumstances, link).map(Message.confirmationCode)
            case .accountExists: codes(circumstances, link).map(Message.accountExists)
            case .noAccount: [.noAccount(circumstances, stopURL: link)]
            case .newDevice: [.newDevice(circumstances, endURL: link)]
            case .contactAdded: [.contactAdded(circumstances, contact: "a•••@e•••.com")]
            case .contactRemoved: [.contactRemoved(circumstances, contact: "+12•••••••34")]
            case .passwordChanged: [.passwordChanged(circumstances)]
            case .wrongGuesses:
                [true, false].map { .wrongGuesses(circumstances, codesAreLonger: $0) }
            case .sessionEnded: [.sessionEnded(circumstances)]
            case .welcome: [.welcome]
            }
        }
    }

    /// One code of each shape that there is.
    private func codes(_ circumstances: Circumstances, _ stopURL: String) -> [Message.CodeNotice] {
        ["4817", "481703", "48170362", "4K8M17XV03ZQ"].map { code in
            Message.CodeNotice(code: code, minutes: 5, circumstances: circumstances, stopURL: stopURL)
        }
    }
}

extension Circumstances {
    fileprivate static let samples: [Circumstances] = [
        Circumstances(
            moment: Moment(secondsSince1970: 1_727_786_096),
            device: SeenDevice(browser: .named("Samsung Internet"), system: "Android"),
            place: "Bosnia and Herzegovina"),
        Circumstances(
            moment: Moment(secondsSince1970: 1_746_057_600),
            device: SeenDevice(browser: .unknown, system: nil), place: nil),
    ]
}
