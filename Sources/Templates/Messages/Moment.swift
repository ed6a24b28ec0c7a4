/// A minute in UTC, taken apart for people to read.
public struct Moment: Hashable, Sendable {
    public let year: Int
    /// From 1.
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int

    /// Any time of the years 1970 to 9999; others become the nearest of these.
    public init(secondsSince1970 seconds: Int64) {
        let seconds = min(max(seconds, 0), 253_402_300_799)
        let days = Int(seconds / 86400)
        let rest = Int(seconds % 86400)
        hour = rest / 3600
        minute = rest % 3600 / 60
        // Years are counted from March, so that a leap day ends one; 400 years have 146,097 days. Day 0 of this
        // count is 0000-03-01.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // Months from March on have 30.6 days each, rounded.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// `09:05`.
    var clock: String { Self.twoDigits(hour) + ":" + Self.twoDigits(minute) }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
