/// Why a text is no telephone number that Latchkey sends to.
public enum PhoneNumberError: Error, Hashable, CaseIterable {
    /// It does not begin with `+`. `00` is not "international" everywhere (it is `011` in America and `0011`
    /// in Australia), and a number without either belongs to a country that we would have to guess.
    case missingPlus
    /// Something other than ASCII digits, spaces, dashes, dots and parentheses.
    case character
    /// More than 15 digits, or more than 64 bytes as written.
    case tooLong
    /// No country has this calling code, or it is one that no country has (satellites, shared services).
    case countryCode
    /// The country's plan has no such number for a mobile phone: too short, too long, a fixed line, a pager,
    /// a premium, shared-cost, toll-free, voicemail, personal or company number.
    case notMobile
}
