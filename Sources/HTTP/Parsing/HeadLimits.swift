/// How much of a request head is read before it is refused.
public struct HeadLimits: Equatable, Sendable {
    /// Bytes, the last empty line included.
    public var head: Int
    public var fields: Int
    /// Bytes of the request target.
    public var target: Int

    public init(head: Int = 16 * 1024, fields: Int = 100, target: Int = 8 * 1024) {
        self.head = head
        self.fields = fields
        self.target = target
    }
}
