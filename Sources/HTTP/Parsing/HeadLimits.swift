/// How much of a request head is read before it is refused.
public struct HeadLimits: Equatable, Sendable {
    /// Bytes, the last empty line included.
    public var head = 16 * 1024
    public var fields = 100
    /// Bytes of the request target.
    public var target = 8 * 1024

    public init() {}
}
