import Foundation
import Templates
import Testing

struct MomentTests {
    @Test func `moments agree with the calendar`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        var dice = Dice(seed: 3)
        let edges: [Int64] = [0, 59, 951_782_400, 951_868_799, 4_107_542_399, 253_402_300_799]
        for seconds in edges + (0..<2000).map({ _ in Int64.random(in: 0...253_402_300_799, using: &dice) }) {
            let moment = Moment(secondsSince1970: seconds)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(moment.year == parts.year && moment.month == parts.month && moment.day == parts.day)
            #expect(moment.hour == parts.hour && moment.minute == parts.minute)
        }
    }

    @Test func `a time out of range becomes the nearest that is in it`() {
        #expect(Moment(secondsSince1970: .min) == Moment(secondsSince1970: 0))
        #expect(Moment(secondsSince1970: .max).year == 9999)
    }
}
