extension Message {
    /// Whatever the templates of its kind may name, but for what belongs to one part alone. A name that does not
    /// apply is absent.
    func values(site: MessageSite, language: LanguageTag) -> [MessageVariable: TemplateValue] {
        var values = own
        values[.brand] = .text(site.brand)
        values[.host] = .text(site.host)
        values[.site] = .text(site.url)
        values[.lang] = .text(language.text)
        values[.accountURL] = .text(site.url + "/account")
        values[.accountPage] = .text(site.shortURL + "/account")
        values[.registerURL] = .text(site.url + "/register")
        values[.resetURL] = .text(site.url + "/reset")
        return values
    }

    private var own: [MessageVariable: TemplateValue] {
        switch self {
        case .signInCode(let notice), .registrationCode(let notice), .resetCode(let notice),
            .newContactCode(let notice), .confirmationCode(let notice), .accountExists(let notice):
            return notice.values
        case .noAccount(let circumstances, let stopURL):
            return circumstances.values(and: .stopURL, stopURL)
        case .newDevice(let circumstances, let endURL):
            return circumstances.values(and: .endURL, endURL)
        case .contactAdded(let circumstances, let contact), .contactRemoved(let circumstances, let contact):
            return circumstances.values(and: .contact, contact)
        case .passwordChanged(let circumstances), .sessionEnded(let circumstances):
            return circumstances.values
        case .wrongGuesses(let circumstances, let codesAreLonger):
            var values = circumstances.values
            values[.longerCodes] = .bool(codesAreLonger)
            return values
        case .welcome:
            return [:]
        }
    }
}

extension Message.CodeNotice {
    /// A longer code is set smaller, so that it stays on one line of a narrow phone.
    private static let longest = 8

    fileprivate var values: [MessageVariable: TemplateValue] {
        var values = circumstances.values(and: .code, code)
        values[.minutes] = .text(String(minutes))
        values[.isOneMinute] = .bool(minutes == 1)
        values[.isLongCode] = .bool(code.utf8.count > Self.longest)
        values[.stopURL] = .text(stopURL)
        return values
    }
}

extension Circumstances {
    fileprivate var values: [MessageVariable: TemplateValue] {
        var values: [MessageVariable: TemplateValue] = [
            .day: .text(String(moment.day)), .year: .text(String(moment.year)), .clock: .text(moment.clock),
            MessageVariable.months[moment.month - 1]: true,
        ]
        switch device.browser {
        case .named(let name): values[.browser] = .text(name)
        case .application: values[.application] = true
        case .program: values[.program] = true
        case .unknown: values[.unknownBrowser] = true
        }
        values[.system] = device.system.map { .text($0) }
        values[.place] = place.map { .text($0) }
        return values
    }

    fileprivate func values(and name: MessageVariable, _ text: String) -> [MessageVariable: TemplateValue] {
        var values = values
        values[name] = .text(text)
        return values
    }
}

extension [MessageVariable: TemplateValue] {
    /// As a template sees it.
    var templateValue: TemplateValue {
        .map([String: TemplateValue](uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) }))
    }
}
