import Domain
import Testing

@Suite struct SprayRuleTests {
    let rule = SprayRule()
    let now = Timestamp(milliseconds: 1_800_000_000_000)

    var hour: FleetHour { FleetHour(of: now) }

    func counts(_ guesses: [Int64: Int], signIns: Int = 0) -> FleetCounts {
        FleetCounts(
            guesses: Dictionary(uniqueKeysWithValues: guesses.map { (hour.earlier(by: $0.key), $0.value) }),
            signIns: signIns)
    }

    @Test(arguments: [
        (12, SprayAlert.quiet), (13, .warning), (49, .warning), (50, .raised), (5_000, .raised),
    ])
    func `the sum of a day decides`(_ guesses: Int, _ alert: SprayAlert) {
        #expect(rule.alert(after: .quiet, counts([3: guesses]), at: now) == alert)
    }

    @Test func `many sign-ins raise the threshold`() {
        #expect(rule.threshold(of: counts([:], signIns: 28 * 10_000)) == 50)
        #expect(rule.threshold(of: counts([:], signIns: 28 * 20_000)) == 100)
        #expect(rule.alert(after: .quiet, counts([0: 60], signIns: 28 * 20_000), at: now) == .warning)
    }

    @Test func `guesses of the day before do not count`() {
        #expect(rule.alert(after: .quiet, counts([24: 50]), at: now) == .raised)
        #expect(rule.alert(after: .quiet, counts([25: 50]), at: now) == .quiet)
    }

    @Test(arguments: [(Int64(24), SprayAlert.raised), (47, .raised), (48, .raised), (49, .quiet)])
    func `it ends after a day below half`(_ hoursAgo: Int64, _ alert: SprayAlert) {
        #expect(rule.alert(after: .raised, counts([hoursAgo: 25]), at: now) == alert)
    }

    @Test func `a little less than half lets it end`() {
        #expect(rule.alert(after: .raised, counts([30: 24]), at: now) == .quiet)
        #expect(rule.alert(after: .raised, counts([30: 24, 2: 24]), at: now) == .warning)
        #expect(rule.alert(after: .raised, counts([23: 13, 2: 13]), at: now) == .raised)
    }

    @Test func `hours to come count when the clock went back`() {
        #expect(rule.alert(after: .quiet, counts([-30: 50]), at: now) == .raised)
    }

    @Test func `a refund too many is no credit`() {
        #expect(rule.alert(after: .quiet, counts([1: -40, 2: 50]), at: now) == .raised)
    }

    @Test func `hours before 1970 are whole hours too`() {
        #expect(FleetHour(of: Timestamp(milliseconds: -1)).number == -1)
        #expect(FleetHour(of: Timestamp(milliseconds: -3_600_000)).number == -1)
        #expect(FleetHour(of: Timestamp(milliseconds: 3_599_999)).number == 0)
    }
}
