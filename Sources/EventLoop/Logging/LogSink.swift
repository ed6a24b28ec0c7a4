/// Where finished lines go.
public protocol LogSink: Sendable {
    /// How lines for this sink are written.
    var encoding: LogEncoding { get }

    /// Takes one line that ends in a newline. Never blocks and never fails: a sink that cannot take the line
    /// drops it and counts it.
    func write(_ line: [UInt8])
}
