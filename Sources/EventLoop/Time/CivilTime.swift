/// A moment as people write it, in UTC. Moments outside the years 1970 to 9999, which neither RFC 3339 nor
/// HTTP dates are asked for here, become the nearest second inside.
struct CivilTime: Equatable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    /// 0 is Sunday.
    let weekday: Int

    private static let secondsPerDay: Int64 = 86_400
    /// 9999-12-31T23:59:59Z
    private static let last: Int64 = 253_402_300_799

    init(seconds: Int64) {
        let (days, second) = min(max(seconds, 0), Self.last).quotientAndRemainder(
            dividingBy: Self.secondsPerDay)
        hour = Int(second / 3600)
        minute = Int(second / 60 % 60)
        self.second = Int(second % 60)
        // 1970-01-01 was a Thursday.
        weekday = Int((days + 4) % 7)

        // Years are counted from 1 March, so that the leap day is the last day of its year; 719,468 days lie
        // between 0000-03-01 and 1970-01-01. An era is the 400 years after which the calendar repeats.
        let (era, dayOfEra) = (Int(days) + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // Months from March on have 31, 30, 31, 30, 31 days, again and again: 153 days in five.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = 400 * era + yearOfEra + (month <= 2 ? 1 : 0)
    }
}
