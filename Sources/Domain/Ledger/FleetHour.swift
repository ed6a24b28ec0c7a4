/// A whole hour since 1970: the grain of the counters over all contacts.
public struct FleetHour: Hashable, Comparable, Sendable {
    public let number: Int64

    public init(number: Int64) {
        self.number = number
    }

    public init(of moment: Timestamp) {
        let milliseconds = moment.milliseconds
        number = milliseconds / 3_600_000 - (milliseconds % 3_600_000 < 0 ? 1 : 0)
    }

    public static func < (left: FleetHour, right: FleetHour) -> Bool {
        left.number < right.number
    }

    public func earlier(by hours: Int64) -> FleetHour {
        FleetHour(number: number - hours)
    }
}
