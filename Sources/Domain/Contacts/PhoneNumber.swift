/// A number that a text message can be sent to, in the form of E.164.
public struct PhoneNumber: Sendable {
    /// The calling code, such as 61.
    public let countryCode: Int
    /// All digits, calling code first.
    let digits: UInt64

    /// Takes what a person typed. A trunk prefix after the calling code, as in `+61 0412 345 678`, is dropped
    /// where the plan has one and the number is none with it.
    public init(parsing text: String, in plan: NumberingPlan) throws(PhoneNumberError) {
        var dialled = try DialledDigits(parsing: text)
        let match = try plan.match(dialled)
        if match.trunkLength > 0 { dialled.remove(match.trunkLength, at: match.codeLength) }
        self.init(dialled, codeLength: match.codeLength)
    }

    /// Takes a canonical number back from where it was kept. No plan is asked: a number that a newer plan
    /// does not know any more still belongs to its account.
    public init(stored text: String) throws(PhoneNumberError) {
        let dialled = try DialledDigits(parsing: text)
        guard let codeLength = dialled.countryCodeLength else { throw .countryCode }
        self.init(dialled, codeLength: codeLength)
        guard canonical == text else { throw .character }
    }

    private init(_ dialled: DialledDigits, codeLength: Int) {
        countryCode = (0..<codeLength).reduce(0) { $0 * 10 + dialled[$1] }
        digits = dialled.value
    }

    /// `+61412345678`: what is hashed, looked up, compared and sent to.
    public var canonical: String { "+" + String(digits) }

    /// The number inside its country, `412345678`; a zero that belongs to the number stays.
    public var national: String {
        String(String(digits).dropFirst(String(countryCode).count))
    }

    /// `+61•••78`.
    public var masked: String {
        let canonical = canonical
        return "\(canonical.prefix(3))•••\(canonical.suffix(2))"
    }
}

extension PhoneNumber: Hashable {
    public static func == (left: PhoneNumber, right: PhoneNumber) -> Bool {
        left.digits == right.digits
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(digits)
    }
}
