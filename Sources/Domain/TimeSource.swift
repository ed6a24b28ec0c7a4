/// Where the services read the time that they hand to the pure steps.
public protocol TimeSource: Sendable {
    func now() -> Timestamp
}
