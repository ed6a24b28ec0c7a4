/// Where the services draw the bytes that they hand to the pure steps.
public protocol RandomSource: Sendable {
    /// `count` bytes that nobody can predict. Never fewer: a source that cannot deliver stops the process.
    func bytes(_ count: Int) -> [UInt8]
}
